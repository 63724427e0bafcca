"""A bundle crosses the room to whoever shows the code, and to nobody else."""

import http.client
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from inspector_app.domain.errors import BundleDamaged, PointClosed, PointRefused, PointUnreachable
from inspector_app.exchange import room
from inspector_app.exchange.keys import SigningKey
from inspector_app.exchange.room import Delivery, ReceivingPoint

MEMBER = SigningKey(bytes(32)).recipient
BUNDLE = bytes(range(256)) * 10_000


class Arrivals(list[tuple[bytes, str]]):
    def take(self, file: Path, sender: str) -> bytes:
        content = file.read_bytes()
        if content == b"hong":
            raise BundleDamaged(file=file.name, reason="x")
        self.append((content, sender))
        return b"bien nhan"


@pytest.fixture
def arrivals() -> Arrivals:
    return Arrivals()


@pytest.fixture
def point(arrivals: Arrivals) -> Iterator[ReceivingPoint]:
    point = ReceivingPoint("age1lead", arrivals.take, host="127.0.0.1")
    yield point
    point.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "x.cchc"
    file.write_bytes(BUNDLE)
    return file


def test_a_bundle_arrives_whole_and_the_receipt_comes_back(point, arrivals, file):
    delivery = Delivery(point.link)
    assert delivery.recipient == "age1lead"
    assert delivery.send(file, MEMBER) == b"bien nhan"
    assert arrivals == [(BUNDLE, MEMBER)]
    by_hand = Delivery(point.address, point.code.lower().replace("-", ""))
    assert by_hand.send(file, MEMBER) == b"bien nhan"
    assert point.arrived == 2


def test_a_wrong_code_is_noticed_before_anything_is_sent(point, arrivals):
    with pytest.raises(PointRefused):
        Delivery(point.address, "AAAA-BBBB")
    assert arrivals == []


def test_a_bundle_cannot_be_replayed_altered_or_brought_without_the_code(point, arrivals, file):
    delivery = Delivery(point.link)
    delivery.send(file, MEMBER)
    with pytest.raises(PointRefused):
        delivery.send(file, MEMBER)  # its nonce has served
    delivery = Delivery(point.link)
    proof = room._proof(delivery._key, "bundle", delivery._nonce, MEMBER, "0" * 64)
    connection = http.client.HTTPConnection("127.0.0.1", delivery._port, timeout=10)
    headers = {"X-Nonce": delivery._nonce, "X-Sender": MEMBER, "X-Proof": proof}
    connection.request("PUT", "/bundle", BUNDLE, headers)
    assert connection.getresponse().status == 403
    connection.close()
    assert len(arrivals) == 1


def test_it_gives_out_nothing_and_takes_nothing_that_is_too_large(point, arrivals):
    connection = http.client.HTTPConnection("127.0.0.1", int(point.address.split(":")[1]), timeout=10)
    for path in ("/", "/bundle", "/../workspace.db"):
        connection.request("GET", path)
        answer = connection.getresponse()
        assert (answer.status, answer.read()) == (404, b"")
    connection.putrequest("PUT", "/bundle")
    connection.putheader("Content-Length", str(room.LIMIT + 1))
    connection.endheaders()
    assert connection.getresponse().status == 413
    connection.close()
    assert arrivals == []


def test_a_sender_that_goes_away_in_the_middle_leaves_nothing(point, arrivals, file):
    delivery = Delivery(point.link)
    with socket.create_connection(("127.0.0.1", delivery._port), timeout=10) as connection:
        connection.sendall(b"PUT /bundle HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nabc")
    assert delivery.send(file, MEMBER) == b"bien nhan"
    assert [content for content, _ in arrivals] == [BUNDLE]


def test_many_wrong_proofs_close_the_point(point, arrivals, file):
    link = point.link
    for _ in range(room._ATTEMPTS):
        assert not point.admits("0", "0", MEMBER, "0" * 64)
    assert not point.open
    with pytest.raises(PointClosed):
        Delivery(link)


def test_a_bundle_that_is_refused_says_why(point, file):
    file.write_bytes(b"hong")
    with pytest.raises(PointRefused) as refused:
        Delivery(point.link).send(file, MEMBER)
    assert BundleDamaged(file="received.cchc", reason="x").sentence in str(refused.value)


def test_a_closed_point_lets_go_of_its_address(arrivals, file):
    point = ReceivingPoint("age1lead", arrivals.take, minutes=0, host="127.0.0.1")
    with pytest.raises(PointClosed):
        Delivery(point.link)
    point.close()
    with pytest.raises(PointUnreachable):
        Delivery(point.link)
    with pytest.raises(PointUnreachable):
        Delivery("không phải địa chỉ")
