import type { Attachment } from '../../../src-preload/contract/files'
import { filesMax, tooLargeToSend } from '../../../src-preload/contract/limits'
import { ask, failureOf } from '../../desk/ask'
import { drafts } from '../../desk/draft-store'

/** Said where a file is dropped or pasted on a note. */
export const noFiles = 'A note takes words only. Files go with a reply.'

/** The same on a reply that is edited. */
export const noOtherFiles = 'The files of a sent reply stay as they are. Send others with a new reply.'

/** Adds files up to the ten that one reply may carry. Answers what to tell the agent; null if all went well. */
function add(ticketId: string, files: readonly Attachment[]): string | null {
  const room = Math.max(0, filesMax - drafts.of(ticketId).attachments.length)
  drafts.attach(ticketId, (held) => [...held, ...files.slice(0, room)])
  return files.length > room ? `One reply takes ${filesMax} files.` : null
}

/** Lets the agent choose files. Answers what to tell; null if all went well. */
export async function pickFiles(ticketId: string): Promise<string | null> {
  try {
    return add(ticketId, await ask(window.desk.files.pick()))
  } catch (thrown) {
    return failureOf(thrown).message
  }
}

/** Takes pasted or dropped files, one after the other. Answers what to tell; null if all went well. */
export async function stageFiles(ticketId: string, files: readonly File[]): Promise<string | null> {
  let problem: string | null = null
  for (const file of files) {
    const large = tooLargeToSend(file.size)
    if (large !== null) {
      problem = large
      continue
    }
    try {
      const base64 = await base64Of(file)
      const staged = await ask(
        window.desk.files.stage({
          name: file.name.slice(-255) || 'file',
          mime: file.type.slice(0, 127),
          base64,
        }),
      )
      problem = add(ticketId, [staged]) ?? problem
    } catch (thrown) {
      problem = failureOf(thrown).message
    }
  }
  return problem
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => {
      const url = String(reader.result)
      resolve(url.slice(url.indexOf(',') + 1))
    }
    reader.onerror = () => reject(reader.error ?? new Error('The file could not be read.'))
    reader.readAsDataURL(file)
  })
}
