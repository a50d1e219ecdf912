/** One sentence for each thing that can be wrong with a condition; line and column stand before it. */
export const condition = {
  problems: {
    'too-long': 'A condition has {{limit}} characters at the most: use fewer values.',
    'too-deep': 'Parentheses and “not” may stand {{limit}} deep at the most: write the condition flatter.',
    'nothing-written': 'A condition is expected here, such as sip_code >= 400.',
    'unclosed-quote': 'What begins with {{quote}} here has no end: close it.',
    'unexpected-character':
      '“{{character}}” means nothing here: put the value in quotes if it belongs to it.',
    'column-expected': 'The name of a column is expected here.',
    'operator-expected':
      'After “{{column}}” a comparison is expected, such as = 200, in (200, 202), contains or is blank. A column whose name has spaces stands in quotes.',
    'value-expected': 'A value is expected here, such as 400 or "Carrier X".',
    'blank-expected': 'After “is” comes “blank” or “not blank”; to compare with a value write =.',
    'with-expected': 'After “{{word}}” comes “with”.',
    'between-and-expected':
      '“between” needs two values with “and” between them, such as between 400 and 499.',
    'list-unfinished': 'A comma or ) is expected here. Values that have spaces stand in quotes.',
    'reserved-word': '“{{word}}” is a word of this language: as a column or a value it stands in quotes.',
    'empty-value': 'Nothing equals an empty value: write “is blank” or “is not blank”.',
    'joining-word-expected':
      '“and”, “or” or the end is expected here, not “{{found}}”. Values that have spaces stand in quotes.',
    'unclosed-parenthesis': 'This ( has no ).',
    'unopened-parenthesis': 'This ) has no ( before it.',
    'no-columns': 'There is no column “{{column}}”: these records have no columns.',
    'unknown-column': 'There is no column “{{column}}”; the nearest is “{{nearest}}”.',
    'ambiguous-column':
      'Several columns are called “{{column}}”: {{candidates}}. Write the one that is meant exactly.',
    'no-order':
      '“{{column}}” holds text, which has no order for “{{operator}}”: list its values with “in”, or say that the column holds numbers or times.',
    'not-text': '“{{column}}” holds no text, which “{{operator}}” needs: compare it with = < > or between.',
    'not-a-number': '“{{column}}” holds numbers, and “{{value}}” is none.',
    'not-a-time':
      '“{{column}}” holds times, and “{{value}}” is none: write it like 2026-11-20T10:00, 2026-11-20T10:00Z or 2026-11-20.',
    'reversed-range': '“{{from}}” comes after “{{to}}”, so nothing lies between: change them round.',
    'bad-pattern': 'The regular expression {{pattern}} cannot be read: {{reason}}.',
  },
}
