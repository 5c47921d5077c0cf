package nl.voorelkaar;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** One face with consent and dossier, and no portal. */
@SpringBootApplication
public class DossierTestApplication {}
