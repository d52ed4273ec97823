import { execFile } from 'node:child_process'
import { promises } from 'node:fs'

const deadlineMs = 5_000

/** Free room on the disk of a folder, for this person, in bytes; null where the platform cannot tell. */
export async function freeBytes(folder: string): Promise<number | null> {
  // Not in every Node that the desk runs on.
  if (typeof promises.statfs === 'function') {
    const { bavail, bsize } = await promises.statfs(folder)
    return bavail * bsize
  }
  return process.platform === 'win32' ? null : askDf(folder)
}

/** What every Unix tells in one form (POSIX, df -P): a heading, then a line of which the fourth word is free kilobytes. */
async function askDf(folder: string): Promise<number | null> {
  const told = await new Promise<string>((done, failed) => {
    const env = { ...process.env, LC_ALL: 'C' }
    execFile('df', ['-kP', '--', folder], { timeout: deadlineMs, env }, (error, stdout) =>
      error ? failed(error) : done(stdout),
    )
  })
  // Names of devices may have spaces in them; the three numbers and the share stand behind them.
  const free = /\s\d+\s+\d+\s+(\d+)\s+\d+%\s/.exec(told.split('\n')[1] ?? '')?.[1]
  return free === undefined ? null : Number(free) * 1024
}
