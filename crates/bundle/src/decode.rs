//! Reading plain data, with little code.
//!
//! ```text
//! plain data  length of the numbers, length of the texts, the numbers, the texts one behind the other
//! number      seven bits a byte, lowest first, the eighth bit set when more follow (LEB128); u8 is the byte itself
//! signed      the lowest bit is the sign (zigzag)
//! u32, i32    signed, the difference from the last one of its type: spans, days and places ascend or stay near each other
//! text        4 × its length; 2 more, if it is the next one of those that are referred to; or 2 × number + 1, such a reference
//! option, flag, list, variant     0 or 1 and what it holds; its length and its items; its number and what it holds
//! struct, tuple                   what it holds, without anything before or behind
//! ```
//!
//! Like stands beside like, which a compressor finds; names that come again cost a byte or two. It is the data model of serde
//! without its maps, floats and units, and not much else than postcard has.
//!
//! serde's derived code, given a reader that can fail, checks after every field and lets go of all fields before it: for the
//! articles and visits of a bundle that is most of the wasm that reads them. This reader never fails: from the first byte that does not
//! fit it reads zeros and empty lists, remembers it, and [`take_from_bytes`] gives nothing in the end. What it reads was
//! verified by its hash before, so that this is the path of a programming error, not of a bad connection.

use serde::de::value::U32Deserializer;
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer, SeqAccess, VariantAccess, Visitor,
};
use serde::{Deserialize, forward_to_deserialize_any};

/// The value at the front of these bytes, and what is behind it; `None` if there is no such value. Linear in the bytes that
/// are read.
pub(crate) fn take_from_bytes<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> Option<(T, &'a [u8])> {
    let mut reader = Reader {
        rest: bytes,
        ..Reader::default()
    };
    let (numbers, texts) = (reader.number(), reader.number());
    let (numbers, behind) = reader.rest.split_at_checked(numbers as usize)?;
    let (texts, behind) = behind.split_at_checked(texts as usize)?;
    (reader.rest, reader.texts) = (numbers, texts);
    let Ok(value) = T::deserialize(&mut reader);
    let is_all = reader.rest.is_empty() && reader.texts.is_empty() && !reader.failed;
    is_all.then_some((value, behind))
}

/// Where the texts begin in the bytes of plain data.
pub(crate) fn texts_at(bytes: &[u8]) -> Option<usize> {
    let mut reader = Reader {
        rest: bytes,
        ..Reader::default()
    };
    let (numbers, _) = (reader.number(), reader.number());
    let header = bytes.len() - reader.rest.len();
    header.checked_add(usize::try_from(numbers).ok()?)
}

/// What is left to read, and what later things refer to.
#[derive(Default)]
struct Reader<'a> {
    rest: &'a [u8],
    texts: &'a [u8],
    names: Vec<&'a str>,
    last: i32,
    last_signed: i32,
    failed: bool,
}

/// The error that there is not.
#[derive(Debug)]
pub(crate) enum Never {}

impl std::fmt::Display for Never {
    fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match *self {}
    }
}

impl std::error::Error for Never {}

impl serde::de::Error for Never {
    /// Derived code makes errors of wrong lengths, variants and types. [`Reader`] gives it none of these: lengths are those
    /// that were asked for, variants are known, and plain data asks for the type that it wants.
    #[allow(
        clippy::panic,
        reason = "no data lead here, as a property test over any bytes shows"
    )]
    fn custom<T: std::fmt::Display>(_: T) -> Self {
        panic!("plain data refused what it asked for")
    }
}

impl<'a> Reader<'a> {
    /// Zeros from here on.
    fn fail(&mut self) {
        self.failed = true;
        self.rest = &[];
    }

    /// So many bytes of the texts.
    fn take(&mut self, length: u64) -> &'a [u8] {
        let Some((taken, rest)) = self.texts.split_at_checked(length as usize) else {
            self.fail();
            return &[];
        };
        self.texts = rest;
        taken
    }

    fn byte(&mut self) -> u8 {
        let Some((byte, rest)) = self.rest.split_first() else {
            self.fail();
            return 0;
        };
        self.rest = rest;
        *byte
    }

    /// A number in groups of seven bits, lowest first (LEB128).
    fn number(&mut self) -> u64 {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte();
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return number;
            }
        }
        self.fail();
        0
    }

    /// A number that must not be greater than `most`.
    fn number_to(&mut self, most: u64) -> u64 {
        let number = self.number();
        if number > most {
            self.fail();
            return 0;
        }
        number
    }

    /// A signed number: its sign is the lowest bit.
    fn signed(&mut self) -> i64 {
        let number = self.number();
        (number >> 1) as i64 ^ -((number & 1) as i64)
    }

    /// A flag.
    fn flag(&mut self) -> bool {
        self.number_to(1) == 1
    }

    /// The length of a list. Every item has at least one byte of its own, so that no length is greater than what is left.
    fn length(&mut self) -> usize {
        let left = self.rest.len() as u64;
        self.number_to(left) as usize
    }

    fn text(&mut self) -> &'a str {
        let number = self.number();
        let text = if number & 1 == 1 {
            self.names.get(number as usize >> 1).copied()
        } else {
            std::str::from_utf8(self.take(number >> 2)).ok()
        };
        let Some(text) = text else {
            self.fail();
            return "";
        };
        if number & 3 == 2 {
            self.names.push(text);
        }
        text
    }

    /// A number as far from another as is written.
    fn from(&mut self, last: i32) -> i32 {
        last.wrapping_add(self.signed() as i32)
    }
}

macro_rules! numbers {
    ($($method:ident $visit:ident $type:ty, $read:ident;)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
            let number = self.$read();
            let number = <$type>::try_from(number).unwrap_or_else(|_| {
                self.fail();
                0
            });
            visitor.$visit(number)
        })*
    };
}

impl<'de> Deserializer<'de> for &mut Reader<'de> {
    type Error = Never;

    /// Never asked for: plain data knows what it is.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        self.fail();
        visitor.visit_unit()
    }

    numbers! {
        deserialize_u8 visit_u8 u8, byte;
        deserialize_u16 visit_u16 u16, number;
        deserialize_u64 visit_u64 u64, number;
        deserialize_i16 visit_i16 i16, signed;
        deserialize_i64 visit_i64 i64, signed;
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        self.last = self.from(self.last);
        visitor.visit_u32(self.last as u32)
    }

    fn deserialize_i32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        self.last_signed = self.from(self.last_signed);
        visitor.visit_i32(self.last_signed)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_bool(self.flag())
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_borrowed_str(self.text())
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_borrowed_str(self.text())
    }

    fn deserialize_bytes<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        let length = self.number();
        visitor.visit_borrowed_bytes(self.take(length))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        if self.flag() {
            visitor.visit_some(self)
        } else {
            visitor.visit_none()
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        let left = self.length();
        visitor.visit_seq(Items { reader: self, left })
    }

    fn deserialize_tuple<V: Visitor<'de>>(
        self,
        left: usize,
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_seq(Items { reader: self, left })
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        left: usize,
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_seq(Items { reader: self, left })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        let left = fields.len();
        visitor.visit_seq(Items { reader: self, left })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        let last = variants.len().saturating_sub(1);
        let variant = self.number_to(last as u64) as u32;
        visitor.visit_enum(Variant {
            reader: self,
            variant,
        })
    }

    forward_to_deserialize_any! {
        i8 i128 u128 f32 f64 char byte_buf unit unit_struct map identifier ignored_any
    }
}

/// The items of a list or a tuple, or the fields of a struct.
struct Items<'r, 'a> {
    reader: &'r mut Reader<'a>,
    left: usize,
}

impl<'de> SeqAccess<'de> for Items<'_, 'de> {
    type Error = Never;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Never> {
        if self.left == 0 {
            return Ok(None);
        }
        self.left -= 1;
        let Ok(item) = seed.deserialize(&mut *self.reader);
        Ok(Some(item))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.left)
    }
}

/// A variant of an enum and what it holds.
struct Variant<'r, 'a> {
    reader: &'r mut Reader<'a>,
    variant: u32,
}

impl<'de> EnumAccess<'de> for Variant<'_, 'de> {
    type Error = Never;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Never> {
        let number: U32Deserializer<Never> = self.variant.into_deserializer();
        let Ok(variant) = seed.deserialize(number);
        Ok((variant, self))
    }
}

impl<'de> VariantAccess<'de> for Variant<'_, 'de> {
    type Error = Never;

    fn unit_variant(self) -> Result<(), Never> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Never> {
        seed.deserialize(self.reader)
    }

    fn tuple_variant<V: Visitor<'de>>(self, left: usize, visitor: V) -> Result<V::Value, Never> {
        self.reader.deserialize_tuple(left, visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        self.reader.deserialize_tuple(fields.len(), visitor)
    }
}
