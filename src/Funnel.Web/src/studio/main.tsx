import { render } from "preact";
import { Studio } from "./Studio";

render(<Studio />, document.getElementById("page")!);
