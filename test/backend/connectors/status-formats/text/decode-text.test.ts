import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeText } from '../../../../../electron/backend/connectors/status-formats/text/decode-text.ts'

function utf16(text: string, order: 'be' | 'le', mark: boolean): Uint8Array {
  const bytes = Buffer.from(mark ? `\uFEFF${text}` : text, 'utf16le')
  return order === 'be' ? bytes.swap16() : bytes
}

const greeting = 'Störung – Zürich €'
const declared = (encoding: string, text = greeting): string =>
  `<?xml version="1.0" encoding="${encoding}"?><a>${text}</a>`

describe('decodeText', () => {
  test.each([
    ['UTF-8 undeclared', Buffer.from(greeting), null],
    ['UTF-8 with mark', Buffer.from(`\uFEFF${greeting}`), null],
    ['UTF-16BE with mark', utf16(greeting, 'be', true), null],
    ['UTF-16LE with mark', utf16(greeting, 'le', true), null],
    ['a mark above a lying header', Buffer.from(`\uFEFF${greeting}`), 'text/xml; charset=iso-8859-1'],
    ['a header with quotes', utf16(greeting, 'be', false), 'application/json; charset="UTF-16BE"'],
  ])('%s', (_name, bytes, contentType) => {
    expect(decodeText(bytes, contentType)).toBe(greeting)
  })

  test('UTF-16 without mark or declaration is seen by its zero bytes', () => {
    expect(decodeText(utf16('[{"a":"ü"}]', 'be', false), null)).toBe('[{"a":"ü"}]')
    expect(decodeText(utf16('[{"a":"ü"}]', 'le', false), null)).toBe('[{"a":"ü"}]')
  })

  test('ISO-8859-1 is read as windows-1252, which its senders mean', () => {
    const bytes = Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>'),
      Buffer.from([0x80, 0x93, 0xfc]),
      Buffer.from('</a>'),
    ])
    expect(decodeText(bytes, null)).toContain('<a>€“ü</a>')
  })

  test('the header wins over the declaration', () => {
    const bytes = Buffer.from(declared('utf-8', 'ø'), 'latin1')
    expect(decodeText(bytes, 'text/xml; charset=iso-8859-1')).toContain('<a>ø</a>')
  })

  test('an untrue UTF-16 declaration in plain bytes means UTF-8', () => {
    expect(decodeText(Buffer.from(declared('utf-16')), null)).toContain(greeting)
  })

  test('an unknown label declares nothing', () => {
    expect(decodeText(Buffer.from(declared('klingon')), 'text/xml; charset=martian')).toContain(greeting)
  })

  test('undeclared western bytes become windows-1252, a broken UTF-8 document keeps all but the bad byte', () => {
    expect(decodeText(Buffer.from([0x47, 0x65, 0x6e, 0xe8, 0x76, 0x65]), null)).toBe('Genève')
    const broken = Buffer.concat([Buffer.from(declared('utf-8', 'Zürich')), Buffer.from([0xff])])
    expect(decodeText(broken, null)).toBe(`${declared('utf-8', 'Zürich')}\uFFFD`)
  })

  test('no bytes make it throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.option(fc.string()), (bytes, contentType) => {
        expect(typeof decodeText(bytes, contentType)).toBe('string')
      }),
    )
  })
})
