// Prints each row of the Parquet files that hyparquet finds: a file's path on a line of its own, then a JSON array a row, with values as text.
import { asyncBufferFromFile, parquetReadObjects, parquetSchema, parquetMetadataAsync } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'

const text = value => value === null || value === undefined ? null : value instanceof Date ? value.toISOString() : String(value)

for (const path of process.argv.slice(2)) {
    const file = await asyncBufferFromFile(path)
    const names = parquetSchema(await parquetMetadataAsync(file)).children.map(child => child.element.name)
    const lines = [path]
    for (const row of await parquetReadObjects({ file, compressors })) {
        lines.push(JSON.stringify(names.map(name => text(row[name]))))
    }
    process.stdout.write(lines.join('\n') + '\n')
}
