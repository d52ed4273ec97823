const patienceMs = 30_000

/** Looks until there is something to see, and answers it. @throws after half a minute, naming what was awaited */
export async function until<T>(
  look: () => T | Promise<T>,
  what: string,
): Promise<Exclude<T, false | null | undefined>> {
  for (const start = Date.now(); Date.now() - start < patienceMs; ) {
    const seen = await look()
    if (seen !== undefined && seen !== null && seen !== false)
      return seen as Exclude<T, false | null | undefined>
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  throw new Error(`Waited ${patienceMs / 1000} s for ${what}.`)
}
