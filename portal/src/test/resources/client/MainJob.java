import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.api.GegevensApi;
import org.openapitools.client.api.ToegangApi;
import org.openapitools.client.api.VragenApi;
import org.openapitools.client.model.Inwoner;
import org.openapitools.client.model.NieuwGegeven;
import org.openapitools.client.model.NieuweVraag;

/** The main job, over a client that was made from the document: it knows nothing else of Voor Elkaar. */
public final class MainJob implements Callable<List<String>> {

    private final String code;
    private final LocalDate today;
    private final UnaryOperator<String> saysYes;
    private final Consumer<String> stops;
    private final VragenApi questions;
    private final ToegangApi openings;
    private final GegevensApi items;

    /**
     * @param saysYes has the resident answer a question; gives the opening
     * @param stops has the resident stop an opening
     */
    public MainJob(
            String face,
            Supplier<String> token,
            String code,
            LocalDate today,
            UnaryOperator<String> saysYes,
            Consumer<String> stops) {
        var client = new ApiClient();
        client.updateBaseUri(face);
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token.get()));
        this.code = code;
        this.today = today;
        this.saysYes = saysYes;
        this.stops = stops;
        this.questions = new VragenApi(client);
        this.openings = new ToegangApi(client);
        this.items = new GegevensApi(client);
    }

    @Override
    public List<String> call() throws Exception {
        var did = new ArrayList<String>();
        var asked = questions.vraag(
                "gemaakt",
                new NieuweVraag()
                        .inwoner(new Inwoner().code(code))
                        .onderdelen(List.of(NieuweVraag.OnderdelenEnum.WERK))
                        .toevoegen(true)
                        .tot(today.plusDays(30))
                        .doel("Wij regelen vervoer naar uw werk.")
                        .bijNee("Dan regelt u dat zelf."));
        did.add("asked: " + asked.getToestand());
        var opening = UUID.fromString(saysYes.apply(asked.getId().toString()));
        did.add("answered: " + questions.gesteldeVraag(asked.getId()).getToestand());
        var open = openings.toegang(null, null).getToegang().stream()
                .filter(one -> one.getId().equals(opening))
                .findFirst()
                .orElseThrow();
        did.add("open: " + open.getOnderdelen() + " on " + open.getGrondslag());
        var begin = items.wijzigingen(opening, null, null);
        did.add("changes at first: " + begin.getWijzigingen().size());
        for (var item : items.gegevens(opening, null, null, null).getGegevens()) {
            did.add("read: " + item.getTitel());
            if (item.getBestand() != null) {
                var part = items.bestand(opening, item.getId(), "bytes=6-8");
                did.add("part of the file: " + Files.readString(part.toPath()));
            }
        }
        var added = items.voegToe(
                opening,
                "gemaakt",
                new NieuwGegeven()
                        .onderdeel(NieuwGegeven.OnderdeelEnum.WERK)
                        .titel("Vervoer")
                        .tekst("De bus komt om acht uur.")
                        .datum(today));
        did.add("added: version " + added.getVersie() + " by " + added.getGeschrevenDoor());
        for (var change : items.wijzigingen(opening, begin.getVolgende(), null).getWijzigingen()) {
            // What is younger than a minute may come twice.
            if (change.getGegeven().equals(added.getId())) {
                did.add("changed: " + change.getSoort());
            }
        }
        stops.accept(opening.toString());
        try {
            items.gegevens(opening, null, null, null);
        } catch (ApiException refused) {
            did.add("stopped: " + refused.getCode());
        }
        return did;
    }
}
