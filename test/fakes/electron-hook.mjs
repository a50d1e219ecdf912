// Loaded with --import: sends every `electron` import of the built bundle to the fake, as Electron itself would
// answer it. Plain JavaScript because it runs before anything else.
import { registerHooks } from 'node:module'

const fake = new URL('./electron.ts', import.meta.url).href

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: fake, shortCircuit: true } : next(specifier, context),
})
