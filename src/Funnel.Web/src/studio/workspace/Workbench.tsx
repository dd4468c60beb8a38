import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { Cell } from "../cell";
import { Checker } from "../checks/Checker";
import { Conflict } from "../drafts/Conflict";
import type { Opened } from "../drafts/open";
import { Editor } from "../editor/Editor";
import { EditorBar } from "../editor/EditorBar";
import type { FunnelEditor } from "../editor/FunnelEditor";
import { Failure } from "../Failure";
import { Picture } from "../picture/Picture";
import { Publish } from "../publishing/Publish";
import { Report } from "../report/Report";
import { type Trial, TryPane } from "../trying/TryPane";
import { Versions } from "../versions/Versions";
import { Notices } from "./Notices";
import { Panes, type PaneName } from "./Panes";
import { ReportMark } from "./ReportMark";
import { TopBar } from "./TopBar";
import { useSave } from "./useSave";

type OpenDialog = "conflict" | "publish" | "versions";

/** A funnel's text, its picture, its report and its try-out, and what can be done with it. */
export function Workbench({ opened }: { opened: Opened }) {
  const { document: draft } = opened;
  const checker = useMemo(() => new Checker(draft.funnelId), [draft]);
  const cursor = useMemo(() => new Cell<string | null>(null), []);
  const editor = useRef<FunnelEditor | null>(null);
  const [chosen, setChosen] = useState<readonly PaneName[]>([]);
  const [trial, setTrial] = useState<Trial>({ walk: null });
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const [newest, setNewest] = useState(opened.newest);

  const choose = (name: PaneName) => setChosen((before) => [name, ...before.filter((one) => one !== name)]);
  const jump = (pointer: string, line?: number) => {
    choose("text");
    // Hidden, it cannot take the focus yet.
    requestAnimationFrame(() => editor.current?.jump(pointer, line));
  };
  const { save, failure, forgetFailure } = useSave(draft, {
    onConflict: () => setDialog("conflict"),
    onFailure: () => setDialog(null),
  });

  useEffect(() => draft.begin(), [draft]);
  useEffect(() => {
    checker.ask(draft.text.value, 0);
    const ends = [
      draft.text.watch((text) => checker.ask(text)),
      checker.latest.watch((checked) => checked && editor.current?.show(checked.text, checked.report.problems)),
      () => checker.stop(),
    ];
    return () => ends.forEach((end) => end());
  }, [draft, checker]);
  const replace = (text: string) => {
    editor.current?.replace(text);
    setDialog(null);
  };
  return (
    <div class="workspace">
      <TopBar
        draft={draft}
        checker={checker}
        newest={newest}
        onSave={() => void save()}
        onPublish={() => setDialog("publish")}
        onVersions={() => setDialog("versions")}
      />
      <Notices opened={opened} onDiscard={() => replace(draft.discard())} onConflict={() => setDialog("conflict")} />
      {failure && <Failure failure={failure} />}
      <Panes
        chosen={chosen}
        onChoose={choose}
        panes={{
          text: {
            name: "text",
            title: "Text",
            content: (
              <>
                <EditorBar editor={editor} checker={checker} />
                <Editor
                  text={draft.text.value}
                  label="The funnel's JSON. Tab indents; press Escape, then Tab, to leave."
                  onChange={(text) => {
                    draft.text.value = text;
                    forgetFailure();
                  }}
                  onCursor={(pointer) => (cursor.value = pointer)}
                  onReady={(ready) => (editor.current = ready)}
                />
              </>
            ),
          },
          picture: {
            name: "picture",
            title: "Picture",
            content: <Picture checker={checker} cursor={cursor} onJump={jump} />,
          },
          try: {
            name: "try",
            title: "Try it",
            content: (
              <TryPane
                checker={checker}
                trial={trial}
                isOpen={chosen.includes("try")}
                onRestart={() => setTrial({ walk: null })}
              />
            ),
          },
          report: {
            name: "report",
            title: "Report",
            mark: <ReportMark checker={checker} />,
            content: (
              <Report
                checker={checker}
                onJump={jump}
                onShow={(walk) => {
                  setTrial({ walk });
                  choose("try");
                }}
              />
            ),
          },
        }}
      />
      {dialog === "conflict" && (
        <Conflict
          document={draft}
          onTake={replace}
          onSave={() => {
            setDialog(null);
            void save();
          }}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === "publish" && (
        <Publish
          draft={draft}
          checker={checker}
          onSave={save}
          onPublished={setNewest}
          onJump={(pointer, line) => {
            setDialog(null);
            jump(pointer, line);
          }}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === "versions" && (
        <Versions draft={draft} onRestored={setNewest} onEdit={replace} onClose={() => setDialog(null)} />
      )}
    </div>
  );
}
