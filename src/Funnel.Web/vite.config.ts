/// <reference types="node" />
import { readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { defineConfig, type Plugin } from "vite";

/** Lays a compressed copy beside each file, so that the server need not compress anything. */
function precompress(): Plugin {
  let folder = "";
  return {
    name: "precompress",
    apply: "build",
    configResolved: (config) => {
      folder = join(config.root, config.build.outDir);
    },
    closeBundle: async () => {
      for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
        if (entry.isFile() && /\.(html|js|css|svg)$/.test(entry.name)) {
          const path = join(entry.parentPath, entry.name);
          const content = await readFile(path);
          await writeFile(`${path}.br`, brotliCompressSync(content));
          await writeFile(`${path}.gz`, gzipSync(content));
        }
      }
    },
  };
}

const server = "http://localhost:5080";

export default defineConfig({
  appType: "mpa",
  plugins: [precompress()],
  build: {
    rollupOptions: { input: ["index.html", "studio.html", "try.html"] },
    // No file is written into a page: its security policy lets nothing run that stands there.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { "/v1": server, "/images": server } },
});
