-- Run as the administrator of the keystore server: another server, with a backup of its own.
CREATE ROLE ve_keys_owner LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD :'keys_owner_password';
CREATE ROLE ve_broker LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD :'broker_password';
CREATE DATABASE voorelkaar_sleutels OWNER ve_keys_owner;
