import { badRequest } from '../../rpc-error'

/** Any positive id will do with any hash of 32 hex digits or a name for tests; the rest is API_ID_INVALID. */
export function checkApiId(apiId: number, apiHash: string): void {
  if (apiId <= 0 || apiHash.trim() === '') throw badRequest('API_ID_INVALID')
}
