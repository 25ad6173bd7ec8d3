import { generateKeyPairSync, sign } from "node:crypto";

/** One element of ASN.1 in DER. */
function der(tag: number, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const { length } = body;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
}

const SEQUENCE = 0x30;
const hex = (text: string) => Buffer.from(text.replace(/ /g, ""), "hex");
/** ecdsa-with-SHA256 */
const SIGNED_WITH = der(SEQUENCE, hex("06 08 2a 86 48 ce 3d 04 03 02"));
/** commonName "calculator.test" */
const NAME = der(SEQUENCE, der(0x31, der(SEQUENCE, hex("06 03 55 04 03"), der(0x0c, Buffer.from("calculator.test")))));

/** A certificate of our own for a server on loopback, made anew for each run: no key lies in the repository. */
export function selfSigned(): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  const stated = der(
    SEQUENCE,
    der(0xa0, hex("02 01 02")),
    hex("02 01 01"),
    SIGNED_WITH,
    NAME,
    der(SEQUENCE, der(0x17, Buffer.from("200101000000Z")), der(0x17, Buffer.from("491231000000Z"))),
    NAME,
    publicKey.export({ type: "spki", format: "der" }),
  );
  const signature = der(0x03, hex("00"), sign("sha256", stated, privateKey));
  const body = der(SEQUENCE, stated, SIGNED_WITH, signature).toString("base64");
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${body.replace(/.{64}/g, "$&\n")}\n-----END CERTIFICATE-----\n`,
  };
}
