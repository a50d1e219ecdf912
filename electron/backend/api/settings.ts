import type { PolicyLibrary } from '../sla/policy-library.ts'
import type { SettingsStore } from '../store/store.ts'
import type { Implementation, MeridianRouter } from './implementation.ts'
import { refuseSettings } from './settings-rules.ts'

interface SettingsParts {
  readonly settings: SettingsStore
  readonly policies: PolicyLibrary
  /** Everything derived follows the new settings. */
  readonly settingsChanged: () => void
}

export function implementSettings(
  { settings: subject }: Implementation,
  { settings, policies, settingsChanged }: SettingsParts,
): MeridianRouter['settings'] {
  return {
    get: subject.get.handler(() => settings.get()),

    update: subject.update.handler(({ input, errors }) => {
      const refusal = refuseSettings(input, (id) => policies.get(id) !== null)
      if (refusal !== null) throw errors.REFUSED({ data: refusal })
      settings.save(input)
      settingsChanged()
      return input
    }),

    views: subject.views.handler(() => settings.views()),

    saveView: subject.saveView.handler(({ input }) => {
      settings.saveView(input)
      return input
    }),

    removeView: subject.removeView.handler(({ input, errors }) => {
      if (!settings.views().some(({ id }) => id === input.id)) throw errors.NOT_FOUND()
      settings.removeView(input.id)
      return {}
    }),
  }
}
