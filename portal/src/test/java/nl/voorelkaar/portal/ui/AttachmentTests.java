package nl.voorelkaar.portal.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.ContentDisposition;

class AttachmentTests {

    @Test
    void aNameCannotSayASecondName() {
        var header = Attachment.header("brief\"; filename*=UTF-8''factuur.hta; x=\".txt");
        assertThat(header)
                .startsWith("attachment; filename=\"brief\\\"; ")
                .endsWith(
                        "x=\\\".txt\"; filename*=UTF-8''brief%22%3B%20filename%2A%3DUTF-8%27%27factuur.hta%3B%20x%3D%22.txt");
    }

    @Test
    void otherScriptsArrive() {
        assertThat(ContentDisposition.parse(Attachment.header("رسالة é.pdf")).getFilename())
                .isEqualTo("رسالة é.pdf");
    }
}
