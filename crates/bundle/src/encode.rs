//! Writing plain data: the other side of [`crate::decode`], which says what the bytes are.

use std::collections::HashMap;

use serde::Serialize;
use serde::ser::{
    Impossible, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant, Serializer,
};

use crate::decode::Never;

/// The longest text, in bytes, that is written once and then referred to: names and labels, no paragraphs.
const LONGEST_NAME: usize = 64;

/// The bytes of plain data. The same data give the same bytes on every machine.
pub(crate) fn to_bytes(it: &impl Serialize) -> Vec<u8> {
    let mut writer = Writer {
        is_rehearsal: true,
        ..Writer::default()
    };
    let Ok(()) = it.serialize(&mut writer);
    // Now it is known which names come again.
    writer = Writer {
        names: writer.names,
        ..Writer::default()
    };
    let Ok(()) = it.serialize(&mut writer);
    let mut bytes = Vec::with_capacity(writer.numbers.len() + writer.texts.len() + 20);
    push(writer.numbers.len() as u64, &mut bytes);
    push(writer.texts.len() as u64, &mut bytes);
    bytes.extend_from_slice(&writer.numbers);
    bytes.extend_from_slice(&writer.texts);
    bytes
}

/// What is written so far.
#[derive(Default)]
struct Writer {
    numbers: Vec<u8>,
    texts: Vec<u8>,
    names: HashMap<String, Name>,
    /// How many names can be referred to.
    known: u64,
    /// Nothing that is written counts but the names.
    is_rehearsal: bool,
    last: u32,
    last_signed: i32,
}

/// What is known of a name.
#[derive(Clone, Copy)]
enum Name {
    Once,
    Again,
    /// Written, as the one with this number.
    Known(u64),
}

impl Writer {
    fn number(&mut self, number: u64) {
        push(number, &mut self.numbers);
    }

    fn signed(&mut self, number: i64) {
        self.number((number << 1 ^ number >> 63) as u64);
    }

    fn text(&mut self, text: &str) {
        let length = text.len() as u64;
        match self.names.get_mut(text) {
            Some(Name::Known(number)) => {
                let number = *number;
                return self.number(number << 1 | 1);
            }
            Some(name) if self.is_rehearsal => *name = Name::Again,
            Some(name @ Name::Again) => {
                *name = Name::Known(self.known);
                self.known += 1;
                self.number(length << 2 | 2);
                return self.texts.extend_from_slice(text.as_bytes());
            }
            None if self.is_rehearsal && (1..=LONGEST_NAME).contains(&text.len()) => {
                self.names.insert(text.to_owned(), Name::Once);
            }
            Some(Name::Once) | None => {}
        }
        self.number(length << 2);
        self.texts.extend_from_slice(text.as_bytes());
    }
}

/// Appends a number in groups of seven bits, lowest first (LEB128).
fn push(mut number: u64, out: &mut Vec<u8>) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

impl serde::ser::Error for Never {
    /// Derived code refuses nothing.
    fn custom<T: std::fmt::Display>(_: T) -> Self {
        refuse()
    }
}

/// Maps, floats and units have no form of their own here: contents have none.
#[allow(
    clippy::panic,
    reason = "no data lead here, only another type of contents"
)]
fn refuse() -> ! {
    panic!("this is no plain data")
}

macro_rules! unlike_plain_data {
    ($($method:ident($($type:ty),*);)*) => {
        $(fn $method(self $(, _: $type)*) -> Result<(), Never> {
            refuse()
        })*
    };
}

impl Serializer for &mut Writer {
    type Ok = ();
    type Error = Never;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Self;
    type SerializeTupleVariant = Self;
    type SerializeStruct = Self;
    type SerializeStructVariant = Self;
    type SerializeMap = Impossible<(), Never>;

    fn serialize_bool(self, it: bool) -> Result<(), Never> {
        self.serialize_u8(u8::from(it))
    }

    fn serialize_u8(self, it: u8) -> Result<(), Never> {
        self.numbers.push(it);
        Ok(())
    }

    fn serialize_u16(self, it: u16) -> Result<(), Never> {
        self.number(it.into());
        Ok(())
    }

    fn serialize_u32(self, it: u32) -> Result<(), Never> {
        self.signed(i64::from(it.wrapping_sub(self.last) as i32));
        self.last = it;
        Ok(())
    }

    fn serialize_u64(self, it: u64) -> Result<(), Never> {
        self.number(it);
        Ok(())
    }

    fn serialize_i16(self, it: i16) -> Result<(), Never> {
        self.signed(it.into());
        Ok(())
    }

    fn serialize_i32(self, it: i32) -> Result<(), Never> {
        self.signed(i64::from(it.wrapping_sub(self.last_signed)));
        self.last_signed = it;
        Ok(())
    }

    fn serialize_i64(self, it: i64) -> Result<(), Never> {
        self.signed(it);
        Ok(())
    }

    fn serialize_str(self, it: &str) -> Result<(), Never> {
        self.text(it);
        Ok(())
    }

    fn serialize_bytes(self, it: &[u8]) -> Result<(), Never> {
        self.number(it.len() as u64);
        self.texts.extend_from_slice(it);
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Never> {
        self.serialize_u8(0)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, it: &T) -> Result<(), Never> {
        self.numbers.push(1);
        it.serialize(self)
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        variant: u32,
        _: &'static str,
    ) -> Result<(), Never> {
        self.number(variant.into());
        Ok(())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        it: &T,
    ) -> Result<(), Never> {
        it.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        variant: u32,
        _: &'static str,
        it: &T,
    ) -> Result<(), Never> {
        self.number(variant.into());
        it.serialize(self)
    }

    fn serialize_seq(self, length: Option<usize>) -> Result<Self, Never> {
        self.number(length.unwrap_or_default() as u64);
        Ok(self)
    }

    fn serialize_tuple(self, _: usize) -> Result<Self, Never> {
        Ok(self)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self, Never> {
        Ok(self)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        variant: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self, Never> {
        self.number(variant.into());
        Ok(self)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, Never> {
        Ok(self)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        variant: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self, Never> {
        self.number(variant.into());
        Ok(self)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, Never> {
        refuse()
    }

    unlike_plain_data! {
        serialize_i8(i8);
        serialize_f32(f32);
        serialize_f64(f64);
        serialize_char(char);
        serialize_unit();
        serialize_unit_struct(&'static str);
    }
}

macro_rules! items {
    ($($trait:ident $method:ident;)*) => {
        $(impl $trait for &mut Writer {
            type Ok = ();
            type Error = Never;

            fn $method<T: Serialize + ?Sized>(&mut self, it: &T) -> Result<(), Never> {
                it.serialize(&mut **self)
            }

            fn end(self) -> Result<(), Never> {
                Ok(())
            }
        })*
    };
}

items! {
    SerializeSeq serialize_element;
    SerializeTuple serialize_element;
    SerializeTupleStruct serialize_field;
    SerializeTupleVariant serialize_field;
}

macro_rules! fields {
    ($($trait:ident)*) => {
        $(impl $trait for &mut Writer {
            type Ok = ();
            type Error = Never;

            fn serialize_field<T: Serialize + ?Sized>(&mut self, _: &'static str, it: &T) -> Result<(), Never> {
                it.serialize(&mut **self)
            }

            fn end(self) -> Result<(), Never> {
                Ok(())
            }
        })*
    };
}

fields! { SerializeStruct SerializeStructVariant }

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde::Deserialize;

    use super::*;
    use crate::decode::take_from_bytes;

    /// Something of everything that plain data hold.
    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
    enum Plain {
        Nothing,
        Number(u32),
        Pair(i32, u64),
        Fields { text: String, flag: bool },
        List(Vec<Plain>),
        Option(Option<Box<Plain>>),
        Small(u8, u16, i16, i64),
    }

    fn any_plain() -> impl Strategy<Value = Plain> {
        let text = prop::sample::select(vec!["", "a", "Seoul", "日本", "Seoul "]);
        let text = prop_oneof![text.prop_map(str::to_owned), ".{0,99}"];
        let leaf = prop_oneof![
            Just(Plain::Nothing),
            any::<u32>().prop_map(Plain::Number),
            any::<(i32, u64)>().prop_map(|(a, b)| Plain::Pair(a, b)),
            (text, any::<bool>()).prop_map(|(text, flag)| Plain::Fields { text, flag }),
            any::<(u8, u16, i16, i64)>().prop_map(|(a, b, c, d)| Plain::Small(a, b, c, d)),
        ];
        leaf.prop_recursive(3, 40, 9, |inner| {
            let option = prop::option::of(inner.clone().prop_map(Box::new));
            prop_oneof![
                prop::collection::vec(inner, 0..9).prop_map(Plain::List),
                option.prop_map(Plain::Option),
            ]
        })
    }

    proptest! {
        #[test]
        fn plain_data_come_back(it in any_plain(), behind: Vec<u8>) {
            let bytes = [to_bytes(&it), behind.clone()].concat();
            prop_assert_eq!(take_from_bytes(&bytes), Some((it, &behind[..])));
        }

        #[test]
        fn any_bytes_are_plain_data_or_none(bytes: Vec<u8>) {
            let _ = take_from_bytes::<Plain>(&bytes);
            let _ = take_from_bytes::<Vec<String>>(&bytes);
        }
    }

    #[test]
    fn a_name_that_comes_again_takes_a_byte() {
        let names = vec!["Lee Jae Myung"; 9];
        assert_eq!(to_bytes(&names).len(), 13 + 2 + 10);
        assert_eq!(to_bytes(&vec![1_000_000_u32; 9]).len(), 2 + 1 + 3 + 8);
    }
}
