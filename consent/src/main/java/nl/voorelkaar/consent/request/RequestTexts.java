package nl.voorelkaar.consent.request;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import nl.voorelkaar.consent.HowFound;
import nl.voorelkaar.consent.NewRequest;
import nl.voorelkaar.consent.Purpose;
import nl.voorelkaar.consent.RequestId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Sealing;
import org.springframework.stereotype.Component;

/** Seals and opens the words of a request. */
@Component
class RequestTexts {

    private static final String CODE = "code ";
    private static final String BSN = "bsn";

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
                        .orElse(null),
                request.found()
                        .map(found -> seal(resident, id, "found", text(found)))
                        .orElse(null));
    }

    Purpose purpose(StoredRequest request) {
        return new Purpose(open(request, "purpose", request.words().purpose()));
    }

    Purpose whatIfNo(StoredRequest request) {
        return new Purpose(open(request, "what_if_no", request.words().whatIfNo()));
    }

    Optional<Purpose> newReason(StoredRequest request) {
        return Optional.ofNullable(request.words().newReason())
                .map(text -> new Purpose(open(request, "new_reason", text)));
    }

    Optional<HowFound> found(StoredRequest request) {
        return Optional.ofNullable(request.words().found()).map(text -> found(open(request, "found", text)));
    }

    private static String text(HowFound found) {
        return switch (found) {
            case HowFound.ByCode code -> CODE + code.end();
            case HowFound.ByBsn _ -> BSN;
        };
    }

    private static HowFound found(String text) {
        return text.equals(BSN) ? new HowFound.ByBsn() : new HowFound.ByCode(text.substring(CODE.length()));
    }

    private byte[] seal(ResidentId resident, RequestId id, String column, Purpose text) {
        return seal(resident, id, column, text.text());
    }

    private byte[] seal(ResidentId resident, RequestId id, String column, String text) {
        return sealing.seal(
                Sealing.Kind.DIRECTORY, resident.value(), context(id, column), text.getBytes(StandardCharsets.UTF_8));
    }

    private String open(StoredRequest request, String column, byte[] text) {
        return new String(
                sealing.open(Sealing.Kind.DIRECTORY, request.resident().value(), context(request.id(), column), text),
                StandardCharsets.UTF_8);
    }

    private static String context(RequestId id, String column) {
        return "consent.access_request/" + id + "/" + column;
    }
}
