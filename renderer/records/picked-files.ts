import { LARGEST_FILE_BYTES } from './send-file.ts'

/** Files of one import; the contract says so too. */
export const MOST_FILES = 100

const LONGEST_NAME = 200

/** Why picked files are not even sent. */
export type FileComplaint =
  | { readonly problem: 'too-large'; readonly fileName: string; readonly bytes: number }
  | { readonly problem: 'empty' | 'unreadable'; readonly fileName: string }
  | { readonly problem: 'too-many'; readonly files: number }

/** The first thing that stands against sending these files; null where nothing does. */
export function fileComplaint(
  files: readonly { readonly name: string; readonly size: number }[],
): FileComplaint | null {
  if (files.length > MOST_FILES) return { problem: 'too-many', files: files.length }
  for (const { name, size } of files) {
    if (size === 0) return { problem: 'empty', fileName: name }
    if (size > LARGEST_FILE_BYTES) return { problem: 'too-large', fileName: name, bytes: size }
  }
  return null
}

/** What a record set of these files is called: the first file, and how many more. */
export function importName(fileNames: readonly string[]): string {
  const [first = '', ...others] = fileNames
  const more = others.length === 0 ? '' : ` + ${others.length}`
  return first.slice(0, LONGEST_NAME - more.length) + more
}
