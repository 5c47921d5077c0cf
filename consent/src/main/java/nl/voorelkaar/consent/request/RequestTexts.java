package nl.voorelkaar.consent.request;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import nl.voorelkaar.consent.NewRequest;
import nl.voorelkaar.consent.Purpose;
import nl.voorelkaar.consent.RequestId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Sealing;
import org.springframework.stereotype.Component;

/** Seals and opens the words of a request. */
@Component
class RequestTexts {

    private final Sealing sealing;

    RequestTexts(Sealing sealing) {
        this.sealing = sealing;
    }

    StoredRequest.Words seal(RequestId id, NewRequest request) {
        var resident = request.resident();
        return new StoredRequest.Words(
                seal(resident, id, "purpose", request.purpose()),
                seal(resident, id, "what_if_no", request.whatIfNo()),
                request.newReason()
                        .map(reason -> seal(resident, id, "new_reason", reason))
                        .orElse(null));
    }

    Purpose purpose(StoredRequest request) {
        return open(request, "purpose", request.words().purpose());
    }

    Purpose whatIfNo(StoredRequest request) {
        return open(request, "what_if_no", request.words().whatIfNo());
    }

    Optional<Purpose> newReason(StoredRequest request) {
        return Optional.ofNullable(request.words().newReason()).map(text -> open(request, "new_reason", text));
    }

    private byte[] seal(ResidentId resident, RequestId id, String column, Purpose text) {
        return sealing.seal(
                Sealing.Kind.DIRECTORY,
                resident.value(),
                context(id, column),
                text.text().getBytes(StandardCharsets.UTF_8));
    }

    private Purpose open(StoredRequest request, String column, byte[] text) {
        return new Purpose(new String(
                sealing.open(Sealing.Kind.DIRECTORY, request.resident().value(), context(request.id(), column), text),
                StandardCharsets.UTF_8));
    }

    private static String context(RequestId id, String column) {
        return "consent.access_request/" + id + "/" + column;
    }
}
