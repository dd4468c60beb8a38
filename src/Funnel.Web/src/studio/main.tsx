import { render } from "preact";

render(<h1>Studio</h1>, document.getElementById("page")!);
