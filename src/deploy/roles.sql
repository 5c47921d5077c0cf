-- Run as the administrator of the main server. Replace each password.
CREATE ROLE ve_owner LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD :'owner_password';
CREATE ROLE ve_resident LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD :'resident_password';
CREATE ROLE ve_workspace LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD :'workspace_password';
CREATE DATABASE voorelkaar OWNER ve_owner;

-- Run as the administrator of the keystore server: another server, with a backup of its own.
CREATE ROLE ve_keys_owner LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD :'keys_owner_password';
CREATE ROLE ve_broker LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD :'broker_password';
CREATE DATABASE voorelkaar_sleutels OWNER ve_keys_owner;
