import { render } from "preact";
import { OptionsPage } from "./options-page";

const root = document.getElementById("options");
if (root !== null) render(<OptionsPage />, root);
