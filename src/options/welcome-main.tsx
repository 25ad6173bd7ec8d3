import { render } from "preact";
import { Welcome } from "./welcome";

const root = document.getElementById("welcome");
if (root !== null) render(<Welcome />, root);
