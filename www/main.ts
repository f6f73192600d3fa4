/** Mounts the page: `index.html` holds the element, this defines it. */
import "./lab";
