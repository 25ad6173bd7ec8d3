import { render } from "preact";
import { Sidebar } from "./sidebar";

const root = document.getElementById("sidebar");
if (root !== null) render(<Sidebar nonce={location.hash.slice(1)} />, root);
