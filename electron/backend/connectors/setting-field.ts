import type { SettingField } from '../../../shared/contract/sources.ts'

/** One entry of a connector's settings form: optional, without help, unless `more` says otherwise. */
export function settingField(
  name: string,
  label: string,
  type: SettingField['type'],
  more: Partial<SettingField> = {},
): SettingField {
  return { name, label, type, required: false, help: null, fallback: null, choices: [], ...more }
}
