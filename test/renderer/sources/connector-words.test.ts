import { expect, test } from 'vitest'
import { connectors } from '../../../electron/backend/connectors/registry.ts'
import { connectors as english } from '../../../shared/i18n/en/connectors.ts'

test('the catalogue of settings says what the connectors say, so that its translations belong to them', () => {
  const own = Object.fromEntries(
    [...connectors.values()].map((connector) => [
      connector.kind,
      Object.fromEntries(
        connector.fields.map((field) => [field.name, { label: field.label, help: field.help ?? '' }]),
      ),
    ]),
  )
  expect(english).toEqual(own)
})
