package nl.voorelkaar.consent;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** The two faces of the one program. A bean that belongs to one face does not exist in the other. */
public enum Face {
    RESIDENT,
    WORKSPACE;

    @Target({ElementType.TYPE, ElementType.METHOD})
    @Retention(RetentionPolicy.RUNTIME)
    @ConditionalOnProperty(name = "voorelkaar.face", havingValue = "resident")
    public @interface OnResident {}

    @Target({ElementType.TYPE, ElementType.METHOD})
    @Retention(RetentionPolicy.RUNTIME)
    @ConditionalOnProperty(name = "voorelkaar.face", havingValue = "workspace")
    public @interface OnWorkspace {}
}
