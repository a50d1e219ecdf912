import { describe, expect, test } from 'vitest'
import type { ConnectorKind, SettingField } from '../../../shared/contract/sources.ts'
import { checkForm, draftOf, formOf, newForm, placeOf } from '../../../renderer/sources/source-form.ts'
import { sourceWith } from '../support/records.ts'

function field(fields: Partial<SettingField> & Pick<SettingField, 'name' | 'type'>): SettingField {
  return { label: fields.name, required: false, help: null, fallback: null, choices: [], ...fields }
}

const KIND: ConnectorKind = {
  kind: 'help-desk',
  label: 'Help desk',
  role: 'tickets',
  fields: [
    field({ name: 'address', type: 'address', required: true }),
    field({ name: 'token', type: 'secret', required: true }),
    field({ name: 'queues', type: 'list' }),
    field({ name: 'batch', type: 'number' }),
    field({ name: 'statuses', type: 'status-map' }),
    field({ name: 'level', type: 'choice', required: true, choices: ['a', 'b'] }),
    field({ name: 'zone', type: 'text', fallback: 'UTC' }),
  ],
}

describe('form of a source', () => {
  test('starts from the fallbacks of the connector and holds no secret', () => {
    expect(newForm(KIND)).toMatchObject({
      config: { address: '', queues: [], batch: null, statuses: {}, level: 'a', zone: 'UTC' },
      secrets: {},
    })
    expect(newForm(KIND).config).not.toHaveProperty('token')
  })

  test('sends no empty setting and no empty secret, so that defaults and stored secrets hold', () => {
    const form = { ...newForm(KIND), name: '  ', secrets: { token: '' } }
    const draft = draftOf(
      { ...form, config: { ...form.config, address: ' https://desk.example.net ' } },
      KIND,
    )
    expect(draft.config).toEqual({
      address: 'https://desk.example.net',
      queues: [],
      statuses: {},
      level: 'a',
      zone: 'UTC',
    })
    expect(draft.secrets).toEqual({})
    expect(draft.name).toBe('Help desk')
  })

  test('editing keeps what is stored', () => {
    const source = sourceWith({ kind: 'help-desk', config: { address: 'https://x.example/', batch: 5 } })
    expect(formOf(source, KIND).config).toMatchObject({ address: 'https://x.example/', batch: 5, level: 'a' })
  })

  test('complains of what is missing or no address, and takes a stored secret for filled', () => {
    const form = newForm(KIND)
    expect(checkForm(form, KIND, [])).toEqual({ address: 'required', token: 'required' })
    expect(checkForm(form, KIND, ['token'])).toEqual({ address: 'required' })
    const wrong = { ...form, config: { ...form.config, address: 'desk.example.net' } }
    expect(checkForm(wrong, KIND, ['token'])).toEqual({ address: 'notAnAddress' })
    const script = { ...form, config: { ...form.config, address: 'javascript:alert(1)' } }
    expect(checkForm(script, KIND, ['token'])).toEqual({ address: 'notAnAddress' })
  })

  test.each([
    ['address', 'address'],
    ['config.address', 'address'],
    ['draft.config.queues.0', 'queues'],
    ['secrets.token', 'token'],
    ['draft.name', 'name'],
    ['', 'form'],
    ['something else', 'form'],
  ])('a refusal at %j belongs to %j', (path, place) => {
    expect(placeOf(path, KIND)).toBe(place)
  })
})
