/** The ground of a face, 1 to 5: the same person always gets the same. */
export function faceTone(id: string): 1 | 2 | 3 | 4 | 5 {
  let hash = 2166136261
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 16777619)
  return (((hash >>> 8) % 5) + 1) as 1 | 2 | 3 | 4 | 5
}
