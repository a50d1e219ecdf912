import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const root = import.meta.dirname

/** Not bundled: SQLite and DuckDB find native programs beside themselves, the last asks Electron for itself. */
const LOADED_FROM_DISK = [
  'better-sqlite3',
  '@duckdb/node-api',
  '@duckdb/node-bindings',
  'pdfmake',
  'electron-store',
]

// The same renderer is served by Electron's custom protocol and by `meridian serve`.
// Every entry of the Node side is an input of `main`, so one build gives both shells.
export default defineConfig({
  main: {
    build: {
      // A hub starts in half the time when Node need not look up and open hundreds of small files.
      externalizeDeps: false,
      outDir: resolve(root, 'out/main'),
      sourcemap: true,
      rolldownOptions: {
        external: LOADED_FROM_DISK,
        input: {
          index: resolve(root, 'electron/main/index.ts'),
          backend: resolve(root, 'electron/main/backend-process.ts'),
          cli: resolve(root, 'electron/cli/index.ts'),
          analysis: resolve(root, 'electron/backend/analysis/analysis-worker.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      // A sandboxed window loads only one CommonJS file.
      externalizeDeps: false,
      outDir: resolve(root, 'out/preload'),
      rolldownOptions: {
        input: { index: resolve(root, 'electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    plugins: [react()],
    build: {
      minify: true,
      outDir: resolve(root, 'out/renderer'),
      rolldownOptions: { input: resolve(root, 'renderer/index.html') },
    },
  },
})
