import type { faults as english } from '../en/faults.ts'
import type { Wording } from '../wording.ts'

export const faults: Wording<typeof english> = {
  unreachable:
    'No se pudo llegar a {{source}}; lo que nos dijo antes sigue en pantalla y lo seguimos intentando: compruebe la red entre nosotros y ese sistema.',
  'name-not-found':
    'El nombre de host de {{source}} no existe; lo que nos dijo antes sigue en pantalla y lo seguimos intentando: compruebe la dirección y el servidor de nombres.',
  'connection-refused':
    '{{source}} rechazó la conexión; lo que nos dijo antes sigue en pantalla y lo seguimos intentando: compruebe que esté en marcha y su puerto.',
  'tls-failed':
    '{{source}} no pudo probar su identidad por TLS, así que no se envió nada; lo que nos dijo antes sigue en pantalla: renueve su certificado o confíe en su autoridad.',
  'timed-out':
    '{{source}} no respondió a tiempo; lo que nos dijo antes sigue en pantalla y lo seguimos intentando: compruebe si está sobrecargado.',
  'signed-out':
    '{{source}} rechazó nuestro acceso; lo que nos dijo antes sigue en pantalla: vuelva a introducir usuario y contraseña o token en los ajustes de la fuente.',
  forbidden:
    '{{source}} nos reconoce pero no permite ver esto; lo que nos dijo antes sigue en pantalla: pida a su administrador permiso de lectura.',
  'not-found':
    '{{source}} no tiene nada en la dirección configurada; lo que nos dijo antes sigue en pantalla: compruebe la dirección en los ajustes de la fuente.',
  'rate-limited':
    '{{source}} nos pidió ir más despacio; lo que nos dijo antes sigue en pantalla y volveremos a preguntar cuando lo permita: pregunte con menos frecuencia si se repite.',
  'server-error':
    '{{source}} falló por su lado; lo que nos dijo antes sigue en pantalla y lo seguimos intentando: avise a quienes lo operan si persiste.',
  'redirected-away':
    '{{source}} nos envió a otro lugar, adonde no fuimos con nuestras credenciales; lo que nos dijo antes sigue en pantalla: corrija la dirección en los ajustes de la fuente.',
  'wrong-type':
    '{{source}} respondió con algo que no son datos, quizá una página de acceso; lo que nos dijo antes sigue en pantalla: abra la dirección en un navegador y corríjala en los ajustes.',
  'not-the-expected-source':
    'Lo que responde por {{source}} no es el sistema que se configuró; lo que nos dijo antes sigue en pantalla: compruebe la dirección y el tipo de la fuente.',
  truncated:
    'La respuesta de {{source}} se cortó, así que no se usó; lo que nos dijo antes sigue en pantalla y volvemos a preguntar: compruebe la red y los proxies si persiste.',
  'too-large':
    'La respuesta de {{source}} es mayor de lo que aceptamos, así que no se usó; lo que nos dijo antes sigue en pantalla: reduzca lo que abarca la fuente.',
  unreadable:
    'La respuesta de {{source}} no se entiende, así que no se usó; lo que nos dijo antes sigue en pantalla: vea el detalle y avise a quienes lo operan.',
  'file-missing':
    'El archivo de {{source}} no está; lo que se leyó de él antes sigue en pantalla: devuélvalo a su sitio o corrija la ruta.',
  'file-unreadable':
    'El archivo de {{source}} no se puede leer; lo que se leyó de él antes sigue en pantalla: vea el detalle y corrija el archivo o sus permisos.',
  misconfigured:
    '{{source}} está mal configurada, así que no se consulta; lo que nos dijo antes sigue en pantalla: corrija sus ajustes.',
  internal:
    'Meridian falló al leer {{source}}; lo que nos dijo antes sigue en pantalla y las demás fuentes continúan: comuníquelo con el detalle y el registro.',
}
