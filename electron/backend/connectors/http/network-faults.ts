import { SourceFault } from '../source-fault.ts'

/** What Node says of a certificate it will not trust, in words. */
const CERTIFICATE_FAULTS: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'the certificate has expired',
  CERT_NOT_YET_VALID: 'the certificate is not valid yet',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'the certificate is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'the certificate chain ends in an unknown, self-signed authority',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the certificate is of an unknown authority or its chain is incomplete',
  UNABLE_TO_GET_ISSUER_CERT: 'the certificate is of an unknown authority',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'the certificate is of an unknown authority',
  CERT_REVOKED: 'the certificate was revoked',
  ERR_TLS_CERT_ALTNAME_INVALID: 'the certificate is for another host name',
}

/** Turns an error before or while connecting, or while waiting for the head, into a named fault. */
export function networkFault(error: unknown): SourceFault {
  const code = errorCode(error) ?? ''
  const certificate = CERTIFICATE_FAULTS[code]
  if (certificate !== undefined) return new SourceFault('tls-failed', certificate, { cause: error })
  if (code === 'EPROTO' || code.startsWith('ERR_SSL_') || code.startsWith('ERR_TLS_')) {
    return new SourceFault('tls-failed', 'the secure connection could not be set up', { cause: error })
  }
  if (code.startsWith('HPE_')) {
    return new SourceFault('not-the-expected-source', 'the server does not answer in HTTP', { cause: error })
  }
  switch (code) {
    case 'ENOTFOUND':
      return new SourceFault('name-not-found', 'the host name is unknown', { cause: error })
    case 'EAI_AGAIN':
      return new SourceFault('name-not-found', 'the host name could not be looked up just now', {
        cause: error,
      })
    case 'ECONNREFUSED':
      return new SourceFault('connection-refused', 'nothing listens at that address and port', {
        cause: error,
      })
    case 'UND_ERR_CONNECT_TIMEOUT':
    case 'ETIMEDOUT':
      return new SourceFault('timed-out', 'the connection could not be opened in time', { cause: error })
    case 'UND_ERR_HEADERS_OVERFLOW':
      return new SourceFault('too-large', 'the head of the answer is too large', { cause: error })
    case 'ECONNRESET':
    case 'EPIPE':
    case 'UND_ERR_SOCKET':
      return new SourceFault('unreachable', 'the server dropped the connection', { cause: error })
    case 'UND_ERR_INVALID_ARG':
      return new SourceFault('misconfigured', 'a header or the address holds forbidden characters', {
        cause: error,
      })
    default:
      return new SourceFault(
        'unreachable',
        code === '' ? 'the connection failed' : `the connection failed (${code})`,
        {
          cause: error,
        },
      )
  }
}

/** The connection went away before any of the answer had come. */
export function wasDropped(error: unknown): boolean {
  const code = errorCode(error)
  return code === 'UND_ERR_SOCKET' || code === 'ECONNRESET' || code === 'EPIPE'
}

/** `code` of a Node or undici error; undefined where there is none. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}
