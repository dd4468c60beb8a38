// Judges, completes and explains funnel files by their schema. The first line of the input is the schema; each line after it is
// a question, and has a line of the output as its answer. Offsets and the text itself are those of JavaScript strings.
import { createInterface } from 'node:readline';
import Ajv from 'ajv/dist/2020.js';
import vscode from 'vscode-json-languageservice';

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const schema = JSON.parse((await lines.next()).value);

const ajv = new Ajv.default({ strict: true, strictRequired: false, allowUnionTypes: true });
// What editors read beside the standard.
ajv.addVocabulary(['errorMessage', 'patternErrorMessage', 'enumDescriptions']);
const accepts = ajv.compile(schema);

const editor = vscode.getLanguageService({});
editor.configure({ schemas: [{ uri: 'file:///funnel.schema.json', fileMatch: ['*'], schema }] });

function open(text) {
  const file = vscode.TextDocument.create('file:///funnel.json', 'json', 1, text);
  return [file, editor.parseJSONDocument(file)];
}

const answers = {
  refusals: ({ text }) =>
    accepts(JSON.parse(text)) ? [] : accepts.errors.map(({ instancePath, message }) => `${instancePath} ${message}`),

  squiggles: async ({ text }) =>
    (await editor.doValidation(...open(text), { schemaValidation: 'error' }))
      .sort((a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character)
      .map(({ range, message }) => `${range.start.line + 1}:${range.start.character + 1} ${message}`),

  completions: async ({ text, at }) => {
    const [file, json] = open(text);
    return (await editor.doComplete(file, file.positionAt(at), json)).items.map(({ label }) => label);
  },

  hover: async ({ text, at }) => {
    const [file, json] = open(text);
    return (await editor.doHover(file, file.positionAt(at), json)).contents;
  },
};

for await (const line of lines) {
  const question = JSON.parse(line);
  console.log(JSON.stringify(await answers[question.ask](question)));
}
