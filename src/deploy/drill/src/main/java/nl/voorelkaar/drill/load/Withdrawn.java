package nl.voorelkaar.drill.load;

import java.io.IOException;
import nl.voorelkaar.drill.site.Site;
import tools.jackson.databind.json.JsonMapper;

/** A grant that a resident stopped, of the example dossiers, and the professional who had it. */
public final class Withdrawn {

    private static final String RESIDENT = "P09";
    private static final String PROFESSIONAL = "S3";

    private final Caller professional;
    private final String grant;

    private Withdrawn(Caller professional, String grant) {
        this.professional = professional;
        this.grant = grant;
    }

    public static Withdrawn of(Site<?> site) throws IOException {
        var said = Caller.resident(site, new Account(), RESIDENT)
                .get("/api/v1/mijn/toestemmingen")
                .orElseThrow();
        var grant = JsonMapper.shared()
                .readTree(said.body())
                .required("toestemmingen")
                .valueStream()
                .map(one -> one.required("id").asString())
                .findFirst()
                .orElseThrow();
        return new Withdrawn(Caller.professional(site, new Account(), PROFESSIONAL), grant);
    }

    /** What the professional is answered now; 404 is right. */
    public int answer() {
        return professional.status("/api/v1/toegang/" + grant + "/gegevens");
    }
}
