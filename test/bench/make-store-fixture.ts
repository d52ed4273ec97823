import { storeFixture } from './store-fixture'

/** Makes the fixture if it is not there and says where it is. */
process.stdout.write(`${await storeFixture()}\n`)
