import { crc32 } from 'node:zlib';

/** A PDF of one page with a heading, lines and a coloured band. Letters of WinAnsi only. */
export function makePdf(title: string, lines: readonly string[]): Buffer {
  const plain = (line: string) => line.replaceAll(/[\\()]/g, (mark) => `\\${mark}`);
  const text = [
    '0.18 0.5 0.53 rg 0 760 595 82 re f',
    `BT /F2 26 Tf 1 1 1 rg 48 790 Td (${plain(title)}) Tj ET`,
    `BT /F1 13 Tf 0.15 0.15 0.17 rg 48 720 Td 22 TL ${lines.map((line) => `(${plain(line)}) Tj T*`).join(' ')} ET`,
  ].join('\n');
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R/F2 6 0 R>>>>>>',
    `<</Length ${text.length}>>\nstream\n${text}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>',
  ];
  let body = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}`;
  return Buffer.from(
    `${body}${table}trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF\n`,
    'latin1',
  );
}

/** A ZIP whose files are stored as they are. */
export function makeZip(files: readonly { name: string; bytes: Buffer }[]): Buffer {
  const bodies: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const { name, bytes } of files) {
    const known = Buffer.alloc(26);
    known.writeUInt16LE(20, 0);
    // Names are UTF-8.
    known.writeUInt16LE(0x0800, 2);
    // 22 November 2026, midnight.
    known.writeUInt16LE(0x5d76, 8);
    known.writeUInt32LE(crc32(bytes), 10);
    known.writeUInt32LE(bytes.length, 14);
    known.writeUInt32LE(bytes.length, 18);
    const title = Buffer.from(name);
    known.writeUInt16LE(title.length, 22);
    const where = Buffer.alloc(14);
    where.writeUInt32LE(at, 10);
    const body = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), known, title, bytes]);
    entries.push(Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), known, where, title);
    bodies.push(body);
    at += body.length;
  }
  const list = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, list, end]);
}
