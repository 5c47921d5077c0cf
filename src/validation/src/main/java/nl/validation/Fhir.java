package nl.validation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.UnknownCodeSystemWarningValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;

/**
 * The official validator of HL7 in HAPI's wrapping, with the profiles and code systems of R4 itself. Made when first
 * asked.
 */
final class Fhir {

    private static final FhirValidator VALIDATOR = validator();

    private Fhir() {}

    private static FhirValidator validator() {
        var context = FhirContext.forR4();
        var unknown = new UnknownCodeSystemWarningValidationSupport(context);
        unknown.setNonExistentCodeSystemSeverity(ca.uhn.fhir.context.support.IValidationSupport.IssueSeverity.WARNING);
        var support = new ValidationSupportChain(
                new DefaultProfileValidationSupport(context),
                new CommonCodeSystemsTerminologyService(context),
                new InMemoryTerminologyServerValidationSupport(context),
                unknown);
        return context.newValidator().registerValidatorModule(new FhirInstanceValidator(support));
    }

    static List<String> errors(File json) throws IOException {
        return VALIDATOR.validateWithResult(Files.readString(json.toPath())).getMessages().stream()
                .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .map(message -> message.getLocationString() + ": " + Validator.flat(message.getMessage()))
                .toList();
    }
}
