import { join } from 'node:path'
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'

/** What electron-builder tells an afterPack hook, as far as it is used here. */
export interface PackedApp {
  readonly appOutDir: string
  readonly electronPlatformName: string
  readonly packager: {
    readonly appInfo: { readonly productFilename: string }
    readonly executableName?: string
  }
}

/** The program file inside a packed application of each platform. */
export function packedProgram(packed: PackedApp): string {
  const name = packed.packager.appInfo.productFilename
  if (packed.electronPlatformName === 'darwin') return join(packed.appOutDir, `${name}.app`)
  if (packed.electronPlatformName === 'win32') return join(packed.appOutDir, `${name}.exe`)
  return join(packed.appOutDir, packed.packager.executableName ?? name)
}

/**
 * Burns every switch that would let somebody run the packed program as plain Node or load other code with it
 * (security checklist, item 19). All nine are stated: a new fuse in a later Electron makes this fail loudly.
 * MERIDIAN_TEST_BUILD leaves the inspector on, because Playwright starts programs through it.
 */
export async function afterPack(packed: PackedApp): Promise<void> {
  await flipFuses(packedProgram(packed), {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    resetAdHocDarwinSignature: packed.electronPlatformName === 'darwin',
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableCookieEncryption]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: process.env['MERIDIAN_TEST_BUILD'] === '1',
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
    [FuseV1Options.WasmTrapHandlers]: true,
  })
}
