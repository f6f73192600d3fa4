/** Mounts the page: `index.html` holds the element, this defines it. */
import "./styles/page.css";
import "./lab";
