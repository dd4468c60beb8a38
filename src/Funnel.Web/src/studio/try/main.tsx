import { render } from "preact";

render(<h1>Shops</h1>, document.getElementById("page")!);
