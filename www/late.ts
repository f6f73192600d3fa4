/** What the first picture does without: loaded as soon as the model is there, so that nothing is fetched when it is wanted. */
import "./elements/data-list";
import "./elements/data-table";
import "./elements/dialog";
import "./elements/figure-menu";
import "./elements/file-reader";
import "./elements/film-picture";
import "./workers/pool";
