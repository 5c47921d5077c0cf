package nl.voorelkaar.portal.resident.moving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import nl.voorelkaar.consent.Proofs;
import nl.voorelkaar.dossier.bag.Bag;
import nl.voorelkaar.dossier.bag.Bags;
import nl.voorelkaar.dossier.bag.Lock;
import nl.voorelkaar.dossier.vault.Scratch;
import nl.voorelkaar.portal.Partly;
import nl.voorelkaar.portal.resident.moving.Parcel.State;
import org.junit.jupiter.api.Test;

class ParcelTests {

    private static final Instant NOON = Instant.parse("2026-10-05T10:00:00Z");

    private Instant now = NOON;
    private int thrownAway;
    private final Parcel parcel = new Parcel(((InstantSource) () -> now).withZone(ZoneOffset.UTC));

    @Test
    void itCanBeFetchedMoreThanOnceAndNotForLong() throws IOException {
        parcel.pack(this::bag);
        assertThat(parcel.state()).isEqualTo(new State.Ready(3, false, NOON.plus(Parcel.KEPT)));
        assertThat(fetched(parcel)).isEqualTo(fetched(parcel)).hasSize(3);

        now = NOON.plus(Parcel.KEPT).minus(Duration.ofSeconds(1));
        assertThat(parcel.over()).isFalse();
        now = NOON.plus(Parcel.KEPT);
        assertThatThrownBy(() -> fetched(parcel)).isInstanceOf(IOException.class);
        assertThat(parcel.over()).isTrue();
        assertThat(thrownAway).isEqualTo(1);
    }

    @Test
    void withAPassphraseItIsFetchedLocked() throws IOException {
        var passphrase = "vier woorden die u onthoudt";
        parcel.pack(this::bag, Optional.of(passphrase));

        var locked = fetched(parcel);
        assertThat(parcel.state()).isEqualTo(new State.Ready(locked.length, true, NOON.plus(Parcel.KEPT)));
        assertThat(Lock.opened(new ByteArrayInputStream(locked), Optional.of(passphrase)))
                .hasBinaryContent(new byte[] {1, 2, 3});
        assertThat(fetched(parcel)).isNotEqualTo(locked);
    }

    @Test
    void itCanBeThrownAway() {
        parcel.pack(this::bag);

        parcel.close();
        parcel.close();

        assertThatThrownBy(() -> fetched(parcel)).isInstanceOf(IOException.class);
        assertThat(thrownAway).isEqualTo(1);
    }

    @Test
    void whatIsPackedInVainIsThrownAway() {
        parcel.pack(progress -> {
            parcel.close();
            return bag(progress);
        });

        assertThat(parcel.over()).isTrue();
        assertThat(thrownAway).isEqualTo(1);
    }

    @Test
    void packingStopsWhenNobodyWantsIt() {
        var reached = new int[1];
        parcel.pack(progress -> {
            progress.reached(++reached[0], 3);
            parcel.close();
            progress.reached(++reached[0], 3);
            return bag(progress);
        });

        assertThat(reached[0]).isEqualTo(2);
        assertThat(thrownAway).isZero();
    }

    @Test
    void itSaysHowFarItIsAndWhatWentWrong() {
        parcel.pack(progress -> {
            progress.reached(1, 3);
            assertThat(parcel.state()).isEqualTo(new State.Packing(33));
            throw new IOException("disk full");
        });
        assertThat(parcel.state()).isEqualTo(new State.Failed("moving.failed"));

        parcel.pack(progress -> {
            throw new Proofs.NotSealedYet();
        });
        assertThat(parcel.state()).isEqualTo(new State.Failed("proof.behind"));
    }

    private Bag bag(Bags.Progress progress) throws IOException {
        var scratch = Scratch.open();
        var piece = scratch.write(to -> to.write(new byte[] {1, 2, 3}));
        return Partly.made(Bag.class, scratch, piece, 3L, (Runnable) () -> thrownAway++);
    }

    private static byte[] fetched(Parcel parcel) throws IOException {
        var to = new ByteArrayOutputStream();
        parcel.writeTo(to);
        return to.toByteArray();
    }
}
