import { crc32, deflateRawSync } from "node:zlib";

/** One entry of a zip, of which every field may lie. */
export type ZipEntry = {
  name: string | Buffer;
  data?: string | Buffer;
  /** The name in front of the data, where it differs from that in the directory. */
  localName?: string;
  unixMode?: number;
  isEncrypted?: boolean;
  /** What the directory says is unpacked. */
  sizeBytes?: number;
  crc?: number;
};

const utf8Flag = 0x800;
const encryptedFlag = 0x1;

/** A zip as bytes, without any of the care that a program for packing takes. */
export function makeZip(entries: readonly ZipEntry[]): Buffer {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data = "", localName, unixMode = 0o100644, isEncrypted = false, sizeBytes, crc } of entries) {
    const bytes = Buffer.from(data);
    const packed = deflateRawSync(bytes);
    const flags = utf8Flag | (isEncrypted ? encryptedFlag : 0);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc ?? crc32(bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(sizeBytes ?? bytes.length, 18);
    const write = (as: Buffer) => {
      const written = Buffer.from(fields);
      written.writeUInt16LE(as.length, 22);
      return written;
    };
    const inFront = Buffer.from(localName ?? name);
    const inDirectory = Buffer.from(name);
    const head = Buffer.concat([Buffer.from("PK\u0003\u0004"), write(inFront), inFront]);
    local.push(head, packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(unixMode * 0x1_0000, 6);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from("PK\u0001\u0002\u0014\u0003"), write(inDirectory), tail, inDirectory);
    offset += head.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, listed, end]);
}
