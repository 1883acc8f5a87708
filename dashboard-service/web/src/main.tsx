import { render } from "preact";
import { App } from "./app";
import { connect } from "./lib/live";
import { followLinks } from "./lib/router";

connect();
followLinks();
const root = document.getElementById("app");
if (root) {
  root.replaceChildren();
  render(<App />, root);
}
