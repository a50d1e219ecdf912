import type { condition as english } from '../en/condition.ts'
import type { Wording } from '../wording.ts'

export const condition: Wording<typeof english> = {
  problems: {
    'too-long': 'Una condición tiene como máximo {{limit}} caracteres: use menos valores.',
    'too-deep':
      'Los paréntesis y «not» pueden anidarse como máximo {{limit}} veces: escriba la condición de forma más plana.',
    'nothing-written': 'Aquí se espera una condición, como sip_code >= 400.',
    'unclosed-quote': 'Lo que empieza aquí con {{quote}} no termina: ciérrelo.',
    'unexpected-character':
      '«{{character}}» no significa nada aquí: ponga el valor entre comillas si forma parte de él.',
    'column-expected': 'Aquí se espera el nombre de una columna.',
    'operator-expected':
      'Después de «{{column}}» se espera una comparación, como = 200, in (200, 202), contains o is blank. Una columna cuyo nombre tiene espacios va entre comillas.',
    'value-expected': 'Aquí se espera un valor, como 400 o "Carrier X".',
    'blank-expected': 'Después de «is» va «blank» o «not blank»; para comparar con un valor escriba =.',
    'with-expected': 'Después de «{{word}}» va «with».',
    'between-and-expected': '«between» necesita dos valores con «and» entre ellos, como between 400 and 499.',
    'list-unfinished': 'Aquí se espera una coma o ). Los valores que tienen espacios van entre comillas.',
    'reserved-word':
      '«{{word}}» es una palabra de este lenguaje: como columna o como valor va entre comillas.',
    'empty-value': 'Nada es igual a un valor vacío: escriba «is blank» o «is not blank».',
    'joining-word-expected':
      'Aquí se espera «and», «or» o el final, no «{{found}}». Los valores que tienen espacios van entre comillas.',
    'unclosed-parenthesis': 'A este ( le falta su ).',
    'unopened-parenthesis': 'Este ) no tiene un ( antes.',
    'no-columns': 'No hay ninguna columna «{{column}}»: estos registros no tienen columnas.',
    'unknown-column': 'No hay ninguna columna «{{column}}»; la más parecida es «{{nearest}}».',
    'ambiguous-column':
      'Varias columnas se llaman «{{column}}»: {{candidates}}. Escriba exactamente la que quiere.',
    'no-order':
      '«{{column}}» contiene texto, que no tiene orden para «{{operator}}»: enumere sus valores con «in», o indique que la columna contiene números u horas.',
    'not-text': '«{{column}}» no contiene texto, que «{{operator}}» necesita: compárela con = < > o between.',
    'not-a-number': '«{{column}}» contiene números, y «{{value}}» no lo es.',
    'not-a-time':
      '«{{column}}» contiene horas, y «{{value}}» no lo es: escríbala como 2026-11-20T10:00, 2026-11-20T10:00Z o 2026-11-20.',
    'reversed-range': '«{{from}}» va después de «{{to}}», así que no hay nada entre ellos: inviértalos.',
    'bad-pattern': 'La expresión regular {{pattern}} no se puede leer: {{reason}}.',
  },
}
