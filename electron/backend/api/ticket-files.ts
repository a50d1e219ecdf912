import type { FileMapping } from '../../../shared/contract/tickets.ts'
import { guessMapping } from '../connectors/files/file-fields.ts'
import { previewTicketFile } from '../connectors/files/preview-ticket-file.ts'
import { fileInMemory, type FileBytes } from '../connectors/files/text-of-file.ts'
import { SourceFault } from '../connectors/source-fault.ts'
import type { Implementation, MeridianRouter } from './implementation.ts'
import { importTickets, type ImportParts } from './import-tickets.ts'

export interface TicketFileParts extends ImportParts {
  /** The tickets are stored: their rows and the source's figures follow. */
  readonly ticketsImported: (sourceId: string, ticketIds: readonly string[]) => void
}

interface SentFile {
  readonly fileName: string
  readonly base64: string
  readonly mapping: FileMapping | null
}

export function implementTicketFiles({ tickets: subject }: Implementation, parts: TicketFileParts) {
  return {
    previewFile: subject.previewFile.handler(async ({ input, errors }) => {
      try {
        const { events: _, ...preview } = await previewTicketFile(
          [fileOf(input)],
          mappingFor(input),
          parts.now(),
        )
        return preview
      } catch (error) {
        throw error instanceof SourceFault ? errors.REFUSED({ data: refusalOf(error) }) : error
      }
    }),

    importFile: subject.importFile.handler(async ({ input, errors }) => {
      const { sourceName } = input
      try {
        const asked = { file: fileOf(input), sourceName, mappingFor: mappingFor(input) }
        const { changedTicketIds, ...outcome } = await importTickets(asked, parts)
        parts.ticketsImported(outcome.sourceId, changedTicketIds)
        return outcome
      } catch (error) {
        throw error instanceof SourceFault ? errors.REFUSED({ data: refusalOf(error) }) : error
      }
    }),
  } satisfies Partial<MeridianRouter['tickets']>
}

function fileOf({ fileName, base64 }: SentFile): FileBytes {
  return fileInMemory(fileName, Buffer.from(base64, 'base64'))
}

function mappingFor({ mapping }: SentFile): (columns: readonly string[]) => FileMapping {
  return mapping === null ? guessMapping : () => mapping
}

function refusalOf({ code, detail }: SourceFault): { place: string; reason: string } {
  return { place: code === 'misconfigured' ? 'mapping' : 'base64', reason: detail }
}
