package nl.bench.services;

import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A face with consent and dossier, and no portal; nor what fills dossiers in the packaged one. */
@SpringBootApplication(
        scanBasePackages = {"nl.voorelkaar.consent", "nl.voorelkaar.dossier"},
        excludeName = {
            "nl.bench.dossiers.DossiersAutoConfiguration",
            "com.vaadin.flow.spring.SpringBootAutoConfiguration",
            "com.vaadin.flow.spring.SpringSecurityAutoConfiguration",
            "com.vaadin.flow.spring.VaadinScopesConfig"
        })
@AutoConfigurationPackage(basePackages = {"nl.voorelkaar.consent", "nl.voorelkaar.dossier"})
class WithoutPages {}
