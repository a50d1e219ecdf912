import { describe, expect, test } from 'vitest'
import { MOST_PART_CHARACTERS, MOST_UPLOAD_BYTES } from '../../../shared/contract/records.ts'
import {
  LARGEST_FILE_BYTES,
  PART_BYTES,
  sendFile,
  type SendingTools,
  UnreadableFileError,
} from '../../../renderer/records/send-file.ts'

/** Holds what it is sent; `failures` of the next answers are lost on the way. */
function madeHub(change: Partial<SendingTools> = {}) {
  const state = { failures: 0, reconnections: 0, parts: 0, held: Buffer.alloc(0) }
  const tools: SendingTools = {
    client: {
      beginUpload: () => Promise.resolve({ uploadId: 'u1' }),
      sendPart({ offset, base64 }) {
        state.parts += 1
        const bytes = Buffer.from(base64, 'base64')
        const { held } = state
        if (offset <= held.length) state.held = Buffer.concat([held, bytes.subarray(held.length - offset)])
        if (state.failures === 0) return Promise.resolve({ received: state.held.length })
        state.failures -= 1
        return Promise.reject(new Error('The socket closed.'))
      },
    },
    encode: async (part) => Buffer.from(await part.arrayBuffer()).toString('base64'),
    isRefusal: (error) => error instanceof RangeError,
    connected() {
      state.reconnections += 1
      return Promise.resolve()
    },
    ...change,
  }
  return { state, tools }
}

function madeFile(bytes: number): File {
  return new File([Uint8Array.from({ length: bytes }, (_, index) => index % 251)], 'calls.csv')
}

const nothing = { onBegun() {}, onSent() {} }

async function bytesOf(file: File): Promise<Buffer> {
  return Buffer.from(await file.arrayBuffer())
}

describe('sending a file', () => {
  test('knows what the contract takes', () => {
    expect(LARGEST_FILE_BYTES).toBe(MOST_UPLOAD_BYTES)
    expect((PART_BYTES / 3) * 4).toBeLessThanOrEqual(MOST_PART_CHARACTERS)
    expect(PART_BYTES % 3).toBe(0)
  })

  test('gives the hub every byte in order, and says how many it has', async () => {
    const { state, tools } = madeHub()
    const file = madeFile(2 * PART_BYTES + 7)
    const sent: number[] = []
    const begun: string[] = []
    const id = await sendFile(file, tools, new AbortController().signal, {
      onBegun: (uploadId) => begun.push(uploadId),
      onSent: (bytes) => sent.push(bytes),
    })
    expect(id).toBe('u1')
    expect(begun).toEqual(['u1'])
    expect(sent).toEqual([PART_BYTES, 2 * PART_BYTES, file.size])
    expect(state.held.equals(await bytesOf(file))).toBe(true)
  })

  test('sends a part again whose answer was lost with the connection', async () => {
    const { state, tools } = madeHub()
    state.failures = 2
    const file = madeFile(PART_BYTES + 1)
    await sendFile(file, tools, new AbortController().signal, nothing)
    expect(state).toMatchObject({ failures: 0, reconnections: 2, parts: 4 })
    expect(state.held.equals(await bytesOf(file))).toBe(true)
  })

  test('gives a part up that fails again and again', async () => {
    const { state, tools } = madeHub()
    state.failures = 100
    const sending = sendFile(madeFile(10), tools, new AbortController().signal, nothing)
    await expect(sending).rejects.toThrow('The socket closed.')
    expect(state.parts).toBe(5)
  })

  test('does not try again what the hub refuses', async () => {
    let asked = 0
    const { tools } = madeHub({
      client: {
        beginUpload: () => Promise.resolve({ uploadId: 'u1' }),
        sendPart() {
          asked += 1
          return Promise.reject(new RangeError('longer than it was said to be'))
        },
      },
    })
    const sending = sendFile(madeFile(10), tools, new AbortController().signal, nothing)
    await expect(sending).rejects.toThrow('longer than it was said to be')
    expect(asked).toBe(1)
  })

  test('tells a file that cannot be read any more from other failures', async () => {
    const { tools } = madeHub({ encode: () => Promise.reject(new Error('NotReadableError')) })
    const sending = sendFile(madeFile(10), tools, new AbortController().signal, nothing)
    await expect(sending).rejects.toThrow(UnreadableFileError)
    await expect(sending).rejects.toThrow('calls.csv cannot be read.')
  })

  test('ends when it is given up', async () => {
    const { tools } = madeHub()
    const controller = new AbortController()
    const sending = sendFile(madeFile(3 * PART_BYTES), tools, controller.signal, {
      onBegun() {},
      onSent: () => controller.abort(new Error('given up')),
    })
    await expect(sending).rejects.toThrow('given up')
  })

  test('does not turn for ever where the hub keeps nothing', async () => {
    const { tools } = madeHub({
      client: {
        beginUpload: () => Promise.resolve({ uploadId: 'u1' }),
        sendPart: () => Promise.resolve({ received: 0 }),
      },
    })
    const sending = sendFile(madeFile(10), tools, new AbortController().signal, nothing)
    await expect(sending).rejects.toThrow('The hub has 0 bytes after 0.')
  })
})
