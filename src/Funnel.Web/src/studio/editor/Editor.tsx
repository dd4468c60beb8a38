import { useEffect, useRef } from "preact/hooks";
import { FunnelEditor } from "./FunnelEditor";

interface Props {
  text: string;
  label: string;
  onChange?: (text: string) => void;
  onCursor?: (pointer: string | null) => void;
  onReady?: (editor: FunnelEditor) => void;
}

/** An editor that begins with a text, and is then its own. */
export function Editor({ text, label, onReady, ...rest }: Props) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const editor = new FunnelEditor({ host: host.current!, text, label, ...rest });
    onReady?.(editor);
    return () => editor.close();
  }, []);
  return <div class="editor" ref={host} />;
}
