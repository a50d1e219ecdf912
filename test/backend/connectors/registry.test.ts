import { expect, test } from 'vitest'
import { connectors } from '../../../electron/backend/connectors/registry.ts'
import { settingField } from '../../../shared/contract/sources.ts'
import { faults as english } from '../../../shared/i18n/en/faults.ts'
import { faults as spanish } from '../../../shared/i18n/es/faults.ts'
import { faultCode } from '../../../shared/records/source.ts'

test.each([...connectors.values()])(
  'the settings form of $kind is one, and its required fields are required',
  (connector) => {
    for (const field of connector.fields) settingField.parse(field)
    const names = connector.fields.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    const required = connector.fields.filter((field) => field.required && field.type !== 'secret')
    const refused = connector.configSchema.safeParse({}).error?.issues.map(({ path }) => path[0])
    expect(refused?.toSorted()).toEqual(required.map(({ name }) => name).toSorted())
  },
)

test.each(faultCode.options)('the fault %s has one sentence in each language, naming the source', (code) => {
  for (const sentence of [english[code], spanish[code]]) {
    expect(sentence).toMatch(/\{\{source\}\}.*\.$/)
    expect(sentence.match(/\{\{source\}\}/g)).toHaveLength(1)
  }
})
