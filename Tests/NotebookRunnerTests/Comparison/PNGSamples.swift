/// Small pictures in PNG of every kind, with their pixels, as zlib packs them without, with fixed and
/// with described codes.
enum PNGSamples {
    /// The kind, the file and its pixels, both in base 64.
    static let all: [(kind: String, file: String, pixels: String)] = [
        (
            "0,1,0,0",
            "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAGAQAAAAAjgGnmAAAAC0lEQVR4AQEMAPP/ADABYK5+/nQAAAAM"
                + "SURBVAKAA9AEGADwDoAC86FxlqwAAAAASUVORK5CYII=",
            "AAAA/wAAAP///////////wAAAP8AAAD///////////8AAAD/AAAA/////////////////wAAAP8AAAD/"
                + "AAAA//////8AAAD/AAAA/wAAAP8AAAD//////wAAAP////////////////////////////////8AAAD/"
        ),
        (
            "0,1,9,0",
            "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAGAQAAAAAjgGnmAAAACklEQVR42mMwYExgamC+EMQleAAAAApJ"
                + "REFUwCLB8AEADoAC8/o/eLQAAAAASUVORK5CYII=",
            "AAAA/wAAAP///////////wAAAP8AAAD///////////8AAAD/AAAA/////////////////wAAAP8AAAD/"
                + "AAAA//////8AAAD/AAAA/wAAAP8AAAD//////wAAAP////////////////////////////////8AAAD/"
        ),
        (
            "0,1,9,4",
            "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAGAQAAAAAjgGnmAAAACklEQVR4AWMwYExgamC+hpb6nAAAAApJ"
                + "REFUwCLB8AEADoAC8/o/eLQAAAAASUVORK5CYII=",
            "AAAA/wAAAP///////////wAAAP8AAAD///////////8AAAD/AAAA/////////////////wAAAP8AAAD/"
                + "AAAA//////8AAAD/AAAA/wAAAP8AAAD//////wAAAP////////////////////////////////8AAAD/"
        ),
        (
            "0,2,0,0",
            "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAGAgAAAABkIBM2AAAADklEQVR4AQESAO3/AIHAAW5SAqsK1hsA"
                + "AAAPSURBVH/AA7CtBELaAPIAPPEGthGWQBMAAAAASUVORK5CYII=",
            "qqqq/wAAAP8AAAD/VVVV//////9VVVX/qqqq//////+qqqr///////////+qqqr//////1VVVf+qqqr/"
                + "AAAA/6qqqv9VVVX/qqqq/wAAAP9VVVX/qqqq/6qqqv8AAAD/AAAA////////////AAAA/6qqqv8AAAD/"
        ),
        (
            "0,2,9,0",
            "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAGAgAAAABkIBM2AAAADUlEQVR42mNoPMCYF8RUf4B5etde+gAA"
                + "AA1JREFUw1oWp1sMnxgAPPEGthJfmMMAAAAASUVORK5CYII=",
            "qqqq/wAAAP8AAAD/VVVV//////9VVVX/qqqq//////+qqqr///////////+qqqr//////1VVVf+qqqr/"
                + "AAAA/6qqqv9VVVX/qqqq/wAAAP9VVVX/qqqq/6qqqv8AAAD/AAAA////////////AAAA/6qqqv8AAAD/"
        ),
        (
            "0,2,9,4",
            "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAGAgAAAABkIBM2AAAADUlEQVR4AWNoPMCYF8RUf4B5V/nPGAAA"
                + "AA1JREFUw1oWp1sMnxgAPPEGthJfmMMAAAAASUVORK5CYII=",
            "qqqq/wAAAP8AAAD/VVVV//////9VVVX/qqqq//////+qqqr///////////+qqqr//////1VVVf+qqqr/"
                + "AAAA/6qqqv9VVVX/qqqq/wAAAP9VVVX/qqqq/6qqqv8AAAD/AAAA////////////AAAA/6qqqv8AAAD/"
        ),
        (
            "0,4,0,0",
            "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAGBAAAAADrYOaWAAAAEUlEQVR4AQEYAOf/ANQJ0AHTPq8C1Wlv"
                + "QbEAAAASSURBVGDQA674AATXq4wAqrTAg1ALT2usRDIAAAAASUVORK5CYII=",
            "3d3d/0RERP8AAAD/mZmZ/93d3f/d3d3/MzMz/xEREf8RERH/zMzM/6qqqv+IiIj/d3d3/xEREf+ZmZn/"
                + "AAAA/yIiIv8zMzP/ERER/2ZmZv/d3d3/mZmZ/4iIiP9ERET/ERER/6qqqv+qqqr/u7u7/0RERP/MzMz/"
        ),
        (
            "0,4,9,0",
            "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAGBAAAAADrYOaWAAAAEElEQVR42mO4wnmB8bLdeqarCReY2LaM"
                + "tgAAABFJREFU1/1gYLm+uodh1ZYDAINQC094hVFKAAAAAElFTkSuQmCC",
            "3d3d/0RERP8AAAD/mZmZ/93d3f/d3d3/MzMz/xEREf8RERH/zMzM/6qqqv+IiIj/d3d3/xEREf+ZmZn/"
                + "AAAA/yIiIv8zMzP/ERER/2ZmZv/d3d3/mZmZ/4iIiP9ERET/ERER/6qqqv+qqqr/u7u7/0RERP/MzMz/"
        ),
        (
            "0,4,9,4",
            "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAGBAAAAADrYOaWAAAAEElEQVR4AWO4wnmB8bLdeqarCReYxlw+"
                + "wQAAABFJREFU1/1gYLm+uodh1ZYDAINQC094hVFKAAAAAElFTkSuQmCC",
            "3d3d/0RERP8AAAD/mZmZ/93d3f/d3d3/MzMz/xEREf8RERH/zMzM/6qqqv+IiIj/d3d3/xEREf+ZmZn/"
                + "AAAA/yIiIv8zMzP/ERER/2ZmZv/d3d3/mZmZ/4iIiP9ERET/ERER/6qqqv+qqqr/u7u7/0RERP/MzMz/"
        ),
        (
            "0,8,0,0",
            "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAGCAAAAAAukAuXAAAAF0lEQVR4AQEkANv/AMDrxTSKAdydIUWl"
                + "Ar80a7VPmisAAAAYSURBVPUdA71l4pJLBOTGcNpQAAsfCr2AMIYPwwq+lbkAAAAASUVORK5CYII=",
            "wMDA/+vr6//FxcX/NDQ0/4qKiv/c3Nz/eXl5/5qamv/f39//hISE/5ubm/+tra3/BQUF/9TU1P+hoaH/"
                + "CgoK/8DAwP9ERET/Hh4e/6qqqv/u7u7/tLS0/7S0tP+Ojo7/+vr6/wsLC/8fHx//CgoK/729vf+AgID/"
        ),
        (
            "0,8,9,0",
            "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAGCAAAAAAukAuXAAAAF0lEQVR42gEkANv/AMDrxTSKAdydIUWl"
                + "Ar80axkgOSIAAAAYSURBVPUdA71l4pJLBOTGcNpQAAsfCr2AMIYPwwq+lbkAAAAASUVORK5CYII=",
            "wMDA/+vr6//FxcX/NDQ0/4qKiv/c3Nz/eXl5/5qamv/f39//hISE/5ubm/+tra3/BQUF/9TU1P+hoaH/"
                + "CgoK/8DAwP9ERET/Hh4e/6qqqv/u7u7/tLS0/7S0tP+Ojo7/+vr6/wsLC/8fHx//CgoK/729vf+AgID/"
        ),
        (
            "0,8,9,4",
            "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAGCAAAAAAukAuXAAAAF0lEQVR4AQEkANv/AMDrxTSKAdydIUWl"
                + "Ar80a7VPmisAAAAYSURBVPUdA71l4pJLBOTGcNpQAAsfCr2AMIYPwwq+lbkAAAAASUVORK5CYII=",
            "wMDA/+vr6//FxcX/NDQ0/4qKiv/c3Nz/eXl5/5qamv/f39//hISE/5ubm/+tra3/BQUF/9TU1P+hoaH/"
                + "CgoK/8DAwP9ERET/Hh4e/6qqqv/u7u7/tLS0/7S0tP+Ojo7/+vr6/wsLC/8fHx//CgoK/729vf+AgID/"
        ),
        (
            "0,16,0,0",
            "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAGEAAAAAB+ANfUAAAAJklEQVR4AQFCAL3/AOmhmOaj2lrWulgB"
                + "XthCPh3ryjsSkgJjQ5WbUMe8DdmryA8AAAAnSURBVAXsAxHjNhsvXUmUvSwEbedT1QPuKgVL7wBy7OB5"
                + "Vqwo7qxl/xkeLccCzK0AAAAASUVORK5CYII=",
            "6enp/5iYmP+jo6P/Wlpa/7q6uv9eXl7/oKCg/729vf+Hh4f/mZmZ/8HBwf81NTX/DQ0N/0NDQ/+enp7/"
                + "cXFx/4mJif96enr/p6en/19fX//e3t7/MTEx/zQ0NP+kpKT/qqqq/3Jycv/g4OD/VlZW/ygoKP+srKz/"
        ),
        (
            "0,16,9,0",
            "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAGEAAAAAB+ANfUAAAAJklEQVR42gFCAL3/AOmhmOaj2lrWulgB"
                + "XthCPh3ryjsSkgJjQ5WbUMe8DcnQm3MAAAAnSURBVAXsAxHjNhsvXUmUvSwEbedT1QPuKgVL7wBy7OB5"
                + "Vqwo7qxl/xkeLccCzK0AAAAASUVORK5CYII=",
            "6enp/5iYmP+jo6P/Wlpa/7q6uv9eXl7/oKCg/729vf+Hh4f/mZmZ/8HBwf81NTX/DQ0N/0NDQ/+enp7/"
                + "cXFx/4mJif96enr/p6en/19fX//e3t7/MTEx/zQ0NP+kpKT/qqqq/3Jycv/g4OD/VlZW/ygoKP+srKz/"
        ),
        (
            "0,16,9,4",
            "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAGEAAAAAB+ANfUAAAAJklEQVR4AQFCAL3/AOmhmOaj2lrWulgB"
                + "XthCPh3ryjsSkgJjQ5WbUMe8DdmryA8AAAAnSURBVAXsAxHjNhsvXUmUvSwEbedT1QPuKgVL7wBy7OB5"
                + "Vqwo7qxl/xkeLccCzK0AAAAASUVORK5CYII=",
            "6enp/5iYmP+jo6P/Wlpa/7q6uv9eXl7/oKCg/729vf+Hh4f/mZmZ/8HBwf81NTX/DQ0N/0NDQ/+enp7/"
                + "cXFx/4mJif96enr/p6en/19fX//e3t7/MTEx/zQ0NP+kpKT/qqqq/3Jycv/g4OD/VlZW/ygoKP+srKz/"
        ),
        (
            "2,8,0,0",
            "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAGCAIAAACEmcMcAAAANUlEQVR4AQFgAJ//AG/minM9EWGhXY6u"
                + "K7BC1wGViu0cS6cl/H79flQvpXgC3Ib84tngTMErqsirY7gMN04AAAA2SURBVOg7A87uyQvHIs4+wPc5"
                + "KjIv8wSueyiKzN1w8yaJbYvfkbMAidga8qUAHEAXPxkj9xAsH2MuuVUSt/EAAAAASUVORK5CYII=",
            "b+aK/3M9Ef9hoV3/jq4r/7BC1/+Viu3/sdWU/9bREv/TT2b/AvTe/3EQ6f+TrnT/IpI9/30XEf9l3Bn/"
                + "BvY9/1eZev8K0xv/Oq5A/4H0H/+0cWX/Pj1X/3qMQf8D+cz/GYp//4nYGv/ypQD/HEAX/z8ZI//3ECz/"
        ),
        (
            "2,8,9,0",
            "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAGCAIAAACEmcMcAAAANUlEQVR42gFgAJ//AG/minM9EWGhXY6u"
                + "K7BC1wGViu0cS6cl/H79flQvpXgC3Ib84tngTMErqsirY/HqhJsAAAA2SURBVOg7A87uyQvHIs4+wPc5"
                + "KjIv8wSueyiKzN1w8yaJbYvfkbMAidga8qUAHEAXPxkj9xAsH2MuuVUSt/EAAAAASUVORK5CYII=",
            "b+aK/3M9Ef9hoV3/jq4r/7BC1/+Viu3/sdWU/9bREv/TT2b/AvTe/3EQ6f+TrnT/IpI9/30XEf9l3Bn/"
                + "BvY9/1eZev8K0xv/Oq5A/4H0H/+0cWX/Pj1X/3qMQf8D+cz/GYp//4nYGv/ypQD/HEAX/z8ZI//3ECz/"
        ),
        (
            "2,8,9,4",
            "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAGCAIAAACEmcMcAAAANUlEQVR4AQFgAJ//AG/minM9EWGhXY6u"
                + "K7BC1wGViu0cS6cl/H79flQvpXgC3Ib84tngTMErqsirY7gMN04AAAA2SURBVOg7A87uyQvHIs4+wPc5"
                + "KjIv8wSueyiKzN1w8yaJbYvfkbMAidga8qUAHEAXPxkj9xAsH2MuuVUSt/EAAAAASUVORK5CYII=",
            "b+aK/3M9Ef9hoV3/jq4r/7BC1/+Viu3/sdWU/9bREv/TT2b/AvTe/3EQ6f+TrnT/IpI9/30XEf9l3Bn/"
                + "BvY9/1eZev8K0xv/Oq5A/4H0H/+0cWX/Pj1X/3qMQf8D+cz/GYp//4nYGv/ypQD/HEAX/z8ZI//3ECz/"
        ),
        (
            "2,16,0,0",
            "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAGEAIAAADUCR9fAAAAYklEQVR4AQG6AEX/APrgob1QZ6EQJL+z"
                + "3MWHx36btbi/h6Rh1ahV234/XAFBVgHJwq7nklqiU1GXNZCFrbNXIPEJWXmocCIOhhUClvfVYSlF4UUi"
                + "EFrzyyw5thfYXKz+ECeUULWoqaNdTrYAAABjSURBVB5bAxsW0xl4K/jYY2eJ0z/awh167mj+whBWMUeV"
                + "nxuUSgSsm4I1bhbaL+4bB17OBgYX9KbuNVDNN6SBkTGICacAMycfTaYDXGAnmHv3XAt/++iFyZaBe7wl"
                + "yxSzWNYgu6FWjOWt0z4AAAAASUVORK5CYII=",
            "+qFQ/6Eks//Fx5v/uIdh/6jbP/9BAcL/KFsV/7/rwv8W3Bv/vv6h/9fW6/8JfW//iiTZ/3LaQv8Opr//"
                + "hj7t/z/AN/+jNAL/8kl4/8cWL/8ywFv/DK4+/w069v+RmS3/Eno2/zMfpv9cJ3v/XH/o/8mBvP/Ls9b/"
        ),
        (
            "2,16,9,0",
            "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAGEAIAAADUCR9fAAAAYklEQVR42gG6AEX/APrgob1QZ6EQJL+z"
                + "3MWHx36btbi/h6Rh1ahV234/XAFBVgHJwq7nklqiU1GXNZCFrbNXIPEJWXmocCIOhhUClvfVYSlF4UUi"
                + "EFrzyyw5thfYXKz+ECeUULWoqaWoqyoAAABjSURBVB5bAxsW0xl4K/jYY2eJ0z/awh167mj+whBWMUeV"
                + "nxuUSgSsm4I1bhbaL+4bB17OBgYX9KbuNVDNN6SBkTGICacAMycfTaYDXGAnmHv3XAt/++iFyZaBe7wl"
                + "yxSzWNYgu6FWjOWt0z4AAAAASUVORK5CYII=",
            "+qFQ/6Eks//Fx5v/uIdh/6jbP/9BAcL/KFsV/7/rwv8W3Bv/vv6h/9fW6/8JfW//iiTZ/3LaQv8Opr//"
                + "hj7t/z/AN/+jNAL/8kl4/8cWL/8ywFv/DK4+/w069v+RmS3/Eno2/zMfpv9cJ3v/XH/o/8mBvP/Ls9b/"
        ),
        (
            "2,16,9,4",
            "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAGEAIAAADUCR9fAAAAYklEQVR4AQG6AEX/APrgob1QZ6EQJL+z"
                + "3MWHx36btbi/h6Rh1ahV234/XAFBVgHJwq7nklqiU1GXNZCFrbNXIPEJWXmocCIOhhUClvfVYSlF4UUi"
                + "EFrzyyw5thfYXKz+ECeUULWoqaNdTrYAAABjSURBVB5bAxsW0xl4K/jYY2eJ0z/awh167mj+whBWMUeV"
                + "nxuUSgSsm4I1bhbaL+4bB17OBgYX9KbuNVDNN6SBkTGICacAMycfTaYDXGAnmHv3XAt/++iFyZaBe7wl"
                + "yxSzWNYgu6FWjOWt0z4AAAAASUVORK5CYII=",
            "+qFQ/6Eks//Fx5v/uIdh/6jbP/9BAcL/KFsV/7/rwv8W3Bv/vv6h/9fW6/8JfW//iiTZ/3LaQv8Opr//"
                + "hj7t/z/AN/+jNAL/8kl4/8cWL/8ywFv/DK4+/w069v+RmS3/Eno2/zMfpv9cJ3v/XH/o/8mBvP/Ls9b/"
        ),
        (
            "3,1,0,0",
            "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAGAQMAAAAxNcYIAAAABlBMVEXDZli4eqTl9ilQAAAAAXRSTlP3"
                + "Yz+/2QAAAAtJREFUeAEBDADz/wBQAdAtyIbYAAAADElEQVQCaAMEBJgAWBAUAoegmX97AAAAAElFTkSu"
                + "QmCC",
            "w2ZY97h6pP/DZlj3uHqk/8NmWPe4eqT/uHqk/8NmWPe4eqT/w2ZY98NmWPfDZlj3uHqk/7h6pP+4eqT/"
                + "w2ZY98NmWPe4eqT/w2ZY98NmWPe4eqT/w2ZY97h6pP+4eqT/uHqk/8NmWPe4eqT/w2ZY97h6pP+4eqT/"
        ),
        (
            "3,1,9,0",
            "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAGAQMAAAAxNcYIAAAABlBMVEXDZli4eqTl9ilQAAAAAXRSTlP3"
                + "Yz+/2QAAAApJREFUeNpjCGC8wJTBzDhaRHcAAAAKSURBVMIygyECABAUAoevJtCSAAAAAElFTkSuQmCC",
            "w2ZY97h6pP/DZlj3uHqk/8NmWPe4eqT/uHqk/8NmWPe4eqT/w2ZY98NmWPfDZlj3uHqk/7h6pP+4eqT/"
                + "w2ZY98NmWPe4eqT/w2ZY98NmWPe4eqT/w2ZY97h6pP+4eqT/uHqk/8NmWPe4eqT/w2ZY97h6pP+4eqT/"
        ),
        (
            "3,1,9,4",
            "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAGAQMAAAAxNcYIAAAABlBMVEXDZli4eqTl9ilQAAAAAXRSTlP3"
                + "Yz+/2QAAAApJREFUeAFjCGC8wJTBzK4Im5MAAAAKSURBVMIygyECABAUAoevJtCSAAAAAElFTkSuQmCC",
            "w2ZY97h6pP/DZlj3uHqk/8NmWPe4eqT/uHqk/8NmWPe4eqT/w2ZY98NmWPfDZlj3uHqk/7h6pP+4eqT/"
                + "w2ZY98NmWPe4eqT/w2ZY98NmWPe4eqT/w2ZY97h6pP+4eqT/uHqk/8NmWPe4eqT/w2ZY97h6pP+4eqT/"
        ),
        (
            "3,2,0,0",
            "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAGAgMAAAB2lbzYAAAADFBMVEU8L4eVErbnrAMPq6mNyKHXAAAA"
                + "AnRSTlPfwgVZt3QAAAAOSURBVHgBARIA7f8AfcABM80CW+ckTwAAAA9JREFUoUADLNUEs8AAnAA6QQY5"
                + "UYZ0SwAAAABJRU5ErkJggg==",
            "lRK2wg+rqf8Pq6n/lRK2wg+rqf88L4ffD6up/zwvh98Pq6n/PC+H3w+rqf+VErbClRK2wjwvh9+VErbC"
                + "56wD/5UStsKVErbC56wD/5UStsKVErbCPC+H3+esA/+VErbCPC+H3+esA/+VErbCD6up/zwvh988L4ff"
        ),
        (
            "3,2,9,0",
            "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAGAgMAAAB2lbzYAAAADFBMVEU8L4eVErbnrAMPq6mNyKHXAAAA"
                + "AnRSTlPfwgVZt3QAAAANSURBVHjaY6g9wGh8lmmhA7O/xMWTAAAADklEQVTOVZbNBxjmMAAAOkEGOYSK"
                + "LqMAAAAASUVORK5CYII=",
            "lRK2wg+rqf8Pq6n/lRK2wg+rqf88L4ffD6up/zwvh98Pq6n/PC+H3w+rqf+VErbClRK2wjwvh9+VErbC"
                + "56wD/5UStsKVErbC56wD/5UStsKVErbCPC+H3+esA/+VErbCPC+H3+esA/+VErbCD6up/zwvh988L4ff"
        ),
        (
            "3,2,9,4",
            "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAGAgMAAAB2lbzYAAAADFBMVEU8L4eVErbnrAMPq6mNyKHXAAAA"
                + "AnRSTlPfwgVZt3QAAAANSURBVHgBY6g9wGh8lmmhA7OS6lRxAAAADklEQVTOVZbNBxjmMAAAOkEGOYSK"
                + "LqMAAAAASUVORK5CYII=",
            "lRK2wg+rqf8Pq6n/lRK2wg+rqf88L4ffD6up/zwvh98Pq6n/PC+H3w+rqf+VErbClRK2wjwvh9+VErbC"
                + "56wD/5UStsKVErbC56wD/5UStsKVErbCPC+H3+esA/+VErbCPC+H3+esA/+VErbCD6up/zwvh988L4ff"
        ),
        (
            "3,4,0,0",
            "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAGBAMAAAD51Ul4AAAAGFBMVEW96D83SKnXmV/q9p9aIzZcyLcz"
                + "iIrEG0V6h2GMAAAABHRSTlMV9Yp+EYpc9gAAABFJREFUeAEBGADn/wBxN2ABJe/8AjyZ3jnJAAAAEklE"
                + "QVRgAAMlEP4EwAI5AAQiIFZcBjMHShJuAAAAAElFTkSuQmCC",
            "xBtF/zdIqfXq9p9+xBtF/zOIiv/XmV+KXMi3/zdIqfVaIzb/N0ip9TOIiv83SKn1xBtF/1ojNv83SKn1"
                + "XMi3/1zIt//EG0X/WiM2/1ojNv83SKn1XMi3/zdIqfXEG0X/XMi3/73oPxVaIzb/15lfiteZX4rXmV+K"
        ),
        (
            "3,4,9,0",
            "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAGBAMAAAD51Ul4AAAAGFBMVEW96D83SKnXmV/q9p9aIzZcyLcz"
                + "iIrEG0V6h2GMAAAABHRSTlMV9Yp+EYpc9gAAABBJREFUeNpjKDRPYFR9/4fJJoGBWaMACC0AAAAQSURB"
                + "VFXgH8sBJksGFiUFAFZcBjOLmnv1AAAAAElFTkSuQmCC",
            "xBtF/zdIqfXq9p9+xBtF/zOIiv/XmV+KXMi3/zdIqfVaIzb/N0ip9TOIiv83SKn1xBtF/1ojNv83SKn1"
                + "XMi3/1zIt//EG0X/WiM2/1ojNv83SKn1XMi3/zdIqfXEG0X/XMi3/73oPxVaIzb/15lfiteZX4rXmV+K"
        ),
        (
            "3,4,9,4",
            "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAGBAMAAAD51Ul4AAAAGFBMVEW96D83SKnXmV/q9p9aIzZcyLcz"
                + "iIrEG0V6h2GMAAAABHRSTlMV9Yp+EYpc9gAAABBJREFUeAFjKDRPYFR9/4fJJoGBWb3quloAAAAQSURB"
                + "VFXgH8sBJksGFiUFAFZcBjOLmnv1AAAAAElFTkSuQmCC",
            "xBtF/zdIqfXq9p9+xBtF/zOIiv/XmV+KXMi3/zdIqfVaIzb/N0ip9TOIiv83SKn1xBtF/1ojNv83SKn1"
                + "XMi3/1zIt//EG0X/WiM2/1ojNv83SKn1XMi3/zdIqfXEG0X/XMi3/73oPxVaIzb/15lfiteZX4rXmV+K"
        ),
        (
            "3,8,0,0",
            "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAGCAMAAAA8JaR5AAAAGFBMVEXEoZ7+mfcPYQE3d/tY62VjbBLj"
                + "OZFORe+VxlpqAAAABHRSTlMtGQ24gijMdQAAABdJREFUeAEBJADb/wAFBQYHAQEFAvoBAgL8+gAdEGiF"
                + "AAAAGElEQVQA/wMGA/8ABAT9/wAB/gAFBAAHBoo9CDmqtdUKAAAAAElFTkSuQmCC",
            "Y2wS/2NsEv/jOZH/TkXv//6Z9xljbBL/TkXv//6Z9xkPYQENWOtl//6Z9xn+mfcZ/pn3GQ9hAQ03d/u4"
                + "4zmR/+M5kf8PYQEND2EBDeM5kf83d/u4D2EBDQ9hAQ03d/u4WOtl/2NsEv9Y62X/xKGeLU5F7//jOZH/"
        ),
        (
            "3,8,9,0",
            "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAGCAMAAAA8JaR5AAAAGFBMVEXEoZ7+mfcPYQE3d/tY62VjbBLj"
                + "OZFORe+VxlpqAAAABHRSTlMtGQ24gijMdQAAABRJREFUeNoFwQESACAIAjBQ0P9/16tsg13yksIBAAAA"
                + "FElEQVRNOoYRZ4DNyoV0F3yw0PUBij0IOdnvz8sAAAAASUVORK5CYII=",
            "Y2wS/2NsEv/jOZH/TkXv//6Z9xljbBL/TkXv//6Z9xkPYQENWOtl//6Z9xn+mfcZ/pn3GQ9hAQ03d/u4"
                + "4zmR/+M5kf8PYQEND2EBDeM5kf83d/u4D2EBDQ9hAQ03d/u4WOtl/2NsEv9Y62X/xKGeLU5F7//jOZH/"
        ),
        (
            "3,8,9,4",
            "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAGCAMAAAA8JaR5AAAAGFBMVEXEoZ7+mfcPYQE3d/tY62VjbBLj"
                + "OZFORe+VxlpqAAAABHRSTlMtGQ24gijMdQAAABZJREFUeAFjYGVlY2dkZGX6xcjE9OcXA8N/ZnaE238A"
                + "AAAXSURBVDbm/wwsLH//MzD+Y2BlYWBnAwCKPQg5LKmbAAAAAABJRU5ErkJggg==",
            "Y2wS/2NsEv/jOZH/TkXv//6Z9xljbBL/TkXv//6Z9xkPYQENWOtl//6Z9xn+mfcZ/pn3GQ9hAQ03d/u4"
                + "4zmR/+M5kf8PYQEND2EBDeM5kf83d/u4D2EBDQ9hAQ03d/u4WOtl/2NsEv9Y62X/xKGeLU5F7//jOZH/"
        ),
        (
            "4,8,0,0",
            "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAGCAQAAACh8pzAAAAAJklEQVR4AQFCAL3/AHcn/wmtpaiwRCkB"
                + "ESieQXH9vwsZMAIm7SK+RuzpjaqGbBUAAAAnSURBVPqBA71gJlNbd4HY8uUEEamJUbL4zwC5pQBrhL1J"
                + "62NRawtXwYMd27UanlMAAAAASUVORK5CYII=",
            "d3d3J////wmtra2lqKiosERERCkREREor6+vaSAgIGbf399x+Pj4oTc3NxXR0dEnZmZmUsjIyP7y8vIi"
                + "2NjYavr6+psLCwvt6urqzeDg4Fzp6ekTg4ODu729veW5ubnNcnJyAWtra4S9vb1J6+vrY1FRUWsLCwtX"
        ),
        (
            "4,8,9,0",
            "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAGCAQAAACh8pzAAAAAJklEQVR42gFCAL3/AHcn/wmtpaiwRCkB"
                + "ESieQXH9vwsZMAIm7SK+Ruzpjbr9P2kAAAAnSURBVPqBA71gJlNbd4HY8uUEEamJUbL4zwC5pQBrhL1J"
                + "62NRawtXwYMd27UanlMAAAAASUVORK5CYII=",
            "d3d3J////wmtra2lqKiosERERCkREREor6+vaSAgIGbf399x+Pj4oTc3NxXR0dEnZmZmUsjIyP7y8vIi"
                + "2NjYavr6+psLCwvt6urqzeDg4Fzp6ekTg4ODu729veW5ubnNcnJyAWtra4S9vb1J6+vrY1FRUWsLCwtX"
        ),
        (
            "4,8,9,4",
            "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAGCAQAAACh8pzAAAAAJklEQVR4AQFCAL3/AHcn/wmtpaiwRCkB"
                + "ESieQXH9vwsZMAIm7SK+RuzpjaqGbBUAAAAnSURBVPqBA71gJlNbd4HY8uUEEamJUbL4zwC5pQBrhL1J"
                + "62NRawtXwYMd27UanlMAAAAASUVORK5CYII=",
            "d3d3J////wmtra2lqKiosERERCkREREor6+vaSAgIGbf399x+Pj4oTc3NxXR0dEnZmZmUsjIyP7y8vIi"
                + "2NjYavr6+psLCwvt6urqzeDg4Fzp6ekTg4ODu729veW5ubnNcnJyAWtra4S9vb1J6+vrY1FRUWsLCwtX"
        ),
        (
            "4,16,0,0",
            "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAGEAQAAADxYkCDAAAARElEQVR4AQF+AIH/AM63VigOEkdMOFtW"
                + "IuKu+wVenh6TAQt7zmTa6NRa62BuEkpoaq20UpqMAsCVLiYoQ85Xq+sgdK0LeH+TH3MztzAAAABFSURB"
                + "VEBSA0V0vTJWxOovhBBdiBx1K1kjJ1nTBNWATaGQbyRuofD2b38jL8Gv8BC5AAHfNaYPgy5aCcRXNhK+"
                + "9rQbnmDSIyE1/i2wlz4AAAAASUVORK5CYII=",
            "zs7OVg4ODkc4ODhW4uLi+15eXh4LCwvO5eXlotDQ0BAaGhp6zs7OFMvLy/wNDQ1we3t7MMfHx/JhYWFU"
                + "qqqqO7GxsT8aGhqUjIyM7pmZmfp/f3+IDw8PrLCwsKIvLy8d3t7eLQEBATUPDw8uCQkJVxISEvYbGxtg"
        ),
        (
            "4,16,9,0",
            "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAGEAQAAADxYkCDAAAARElEQVR42gF+AIH/AM63VigOEkdMOFtW"
                + "IuKu+wVenh6TAQt7zmTa6NRa62BuEkpoaq20UpqMAsCVLiYoQ85Xq+sgdK0LeH+TH3fYPkoAAABFSURB"
                + "VEBSA0V0vTJWxOovhBBdiBx1K1kjJ1nTBNWATaGQbyRuofD2b38jL8Gv8BC5AAHfNaYPgy5aCcRXNhK+"
                + "9rQbnmDSIyE1/i2wlz4AAAAASUVORK5CYII=",
            "zs7OVg4ODkc4ODhW4uLi+15eXh4LCwvO5eXlotDQ0BAaGhp6zs7OFMvLy/wNDQ1we3t7MMfHx/JhYWFU"
                + "qqqqO7GxsT8aGhqUjIyM7pmZmfp/f3+IDw8PrLCwsKIvLy8d3t7eLQEBATUPDw8uCQkJVxISEvYbGxtg"
        ),
        (
            "4,16,9,4",
            "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAGEAQAAADxYkCDAAAARElEQVR4AQF+AIH/AM63VigOEkdMOFtW"
                + "IuKu+wVenh6TAQt7zmTa6NRa62BuEkpoaq20UpqMAsCVLiYoQ85Xq+sgdK0LeH+TH3MztzAAAABFSURB"
                + "VEBSA0V0vTJWxOovhBBdiBx1K1kjJ1nTBNWATaGQbyRuofD2b38jL8Gv8BC5AAHfNaYPgy5aCcRXNhK+"
                + "9rQbnmDSIyE1/i2wlz4AAAAASUVORK5CYII=",
            "zs7OVg4ODkc4ODhW4uLi+15eXh4LCwvO5eXlotDQ0BAaGhp6zs7OFMvLy/wNDQ1we3t7MMfHx/JhYWFU"
                + "qqqqO7GxsT8aGhqUjIyM7pmZmfp/f3+IDw8PrLCwsKIvLy8d3t7eLQEBATUPDw8uCQkJVxISEvYbGxtg"
        ),
        (
            "6,8,0,0",
            "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAGCAYAAAAL+1RLAAAARElEQVR4AQF+AIH/AKlm9K71sxHDnMks"
                + "ll7TOserzlnFAbdeudQpFyoi0BRz0EmM+JES2uHaAuwbY0QGecfHUJsNBjyYUeHbOnEDmPEAAABFSURB"
                + "VDxKA8cSO/m61xoJVIooxZ2Zh8lPy+oeBGrd7ulKJKQK5fitQKaJH1QCqSswACeusWL4JLrYIm1/sx+r"
                + "eNzgK4Bvbq89K3Ed6sgAAAAASUVORK5CYII=",
            "qWb0rvWzEcOcySyWXtM6x6vOWcW3XrnU4HXj9rCJVsb5FU5XC+8vMaN5HBjm7qq9ACRjzDWtnzjmKWt7"
                + "GE5JBTl1k2pw1qNg71ooFTkMM2aCKzfuzHI3+LHO5DiV48JpOwPtmSeusWL4JLrYIm1/sx+reNzgK4Bv"
        ),
        (
            "6,8,9,0",
            "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAGCAYAAAAL+1RLAAAARElEQVR42gF+AIH/AKlm9K71sxHDnMks"
                + "ll7TOserzlnFAbdeudQpFyoi0BRz0EmM+JES2uHaAuwbY0QGecfHUJsNBjyYUeHbOnXoEYsAAABFSURB"
                + "VDxKA8cSO/m61xoJVIooxZ2Zh8lPy+oeBGrd7ulKJKQK5fitQKaJH1QCqSswACeusWL4JLrYIm1/sx+r"
                + "eNzgK4Bvbq89K3Ed6sgAAAAASUVORK5CYII=",
            "qWb0rvWzEcOcySyWXtM6x6vOWcW3XrnU4HXj9rCJVsb5FU5XC+8vMaN5HBjm7qq9ACRjzDWtnzjmKWt7"
                + "GE5JBTl1k2pw1qNg71ooFTkMM2aCKzfuzHI3+LHO5DiV48JpOwPtmSeusWL4JLrYIm1/sx+reNzgK4Bv"
        ),
        (
            "6,8,9,4",
            "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAGCAYAAAAL+1RLAAAARElEQVR4AQF+AIH/AKlm9K71sxHDnMks"
                + "ll7TOserzlnFAbdeudQpFyoi0BRz0EmM+JES2uHaAuwbY0QGecfHUJsNBjyYUeHbOnEDmPEAAABFSURB"
                + "VDxKA8cSO/m61xoJVIooxZ2Zh8lPy+oeBGrd7ulKJKQK5fitQKaJH1QCqSswACeusWL4JLrYIm1/sx+r"
                + "eNzgK4Bvbq89K3Ed6sgAAAAASUVORK5CYII=",
            "qWb0rvWzEcOcySyWXtM6x6vOWcW3XrnU4HXj9rCJVsb5FU5XC+8vMaN5HBjm7qq9ACRjzDWtnzjmKWt7"
                + "GE5JBTl1k2pw1qNg71ooFTkMM2aCKzfuzHI3+LHO5DiV48JpOwPtmSeusWL4JLrYIm1/sx+reNzgK4Bv"
        ),
        (
            "6,16,0,0",
            "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAGEAYAAABba4gIAAAAgElEQVR4AQH2AAn/AKV+VJ9p82/97VjW"
                + "ZbxNYd3RjPfn0F/wVBHnlYYJRl6BMRUOeU0mlq4BH2vxthTEY75LvZyX5wN6pKkbIzv074dYgNaZqUU1"
                + "f6IGKYlIr1REWQJK2l275bwu11bYMXVX1P9wjHM9mgMHDUAlE0p4Xhkss1Th7cHUtzbqkyoAAACBSURB"
                + "VHGPA0gU3u6LEPsHrj2pOShliiqLdu0DS6tw2l0vlHI6u/xcp8meJrXDYt0EMfsVGSm4oxcjNGxTKkUZ"
                + "jooj/02/YRc/OebK9GYiPkFvoWq1wA/PaABEd48mCIJWZBc5CLr4vR7w64/vWtQvvfpXcZZlXaslwEd1"
                + "NADQ+LQsrKJzR1499tkAAAAASUVORK5CYII=",
            "pVRpb+3WvGHR99DwEZUJXjEOTZYf8RRjao373ROw72STSTTjmdLjJ2lO+ZHAvlLcn+3ycbiTkg/tv7eY"
                + "fAUHQ0wKVBkAaO61uRH6XnoGjd2tGjDmn4Z+/9aFrRYP2xNUfkXTrESPCFYXCPge6+/UvVeWXSVHNNC0"
        ),
        (
            "6,16,9,0",
            "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAGEAYAAABba4gIAAAAgElEQVR42gH2AAn/AKV+VJ9p82/97VjW"
                + "ZbxNYd3RjPfn0F/wVBHnlYYJRl6BMRUOeU0mlq4BH2vxthTEY75LvZyX5wN6pKkbIzv074dYgNaZqUU1"
                + "f6IGKYlIr1REWQJK2l275bwu11bYMXVX1P9wjHM9mgMHDUAlE0p4Xhkss1Th7cHUt+Zw2kIAAACBSURB"
                + "VHGPA0gU3u6LEPsHrj2pOShliiqLdu0DS6tw2l0vlHI6u/xcp8meJrXDYt0EMfsVGSm4oxcjNGxTKkUZ"
                + "jooj/02/YRc/OebK9GYiPkFvoWq1wA/PaABEd48mCIJWZBc5CLr4vR7w64/vWtQvvfpXcZZlXaslwEd1"
                + "NADQ+LQsrKJzR1499tkAAAAASUVORK5CYII=",
            "pVRpb+3WvGHR99DwEZUJXjEOTZYf8RRjao373ROw72STSTTjmdLjJ2lO+ZHAvlLcn+3ycbiTkg/tv7eY"
                + "fAUHQ0wKVBkAaO61uRH6XnoGjd2tGjDmn4Z+/9aFrRYP2xNUfkXTrESPCFYXCPge6+/UvVeWXSVHNNC0"
        ),
        (
            "6,16,9,4",
            "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAGEAYAAABba4gIAAAAgElEQVR4AQH2AAn/AKV+VJ9p82/97VjW"
                + "ZbxNYd3RjPfn0F/wVBHnlYYJRl6BMRUOeU0mlq4BH2vxthTEY75LvZyX5wN6pKkbIzv074dYgNaZqUU1"
                + "f6IGKYlIr1REWQJK2l275bwu11bYMXVX1P9wjHM9mgMHDUAlE0p4Xhkss1Th7cHUtzbqkyoAAACBSURB"
                + "VHGPA0gU3u6LEPsHrj2pOShliiqLdu0DS6tw2l0vlHI6u/xcp8meJrXDYt0EMfsVGSm4oxcjNGxTKkUZ"
                + "jooj/02/YRc/OebK9GYiPkFvoWq1wA/PaABEd48mCIJWZBc5CLr4vR7w64/vWtQvvfpXcZZlXaslwEd1"
                + "NADQ+LQsrKJzR1499tkAAAAASUVORK5CYII=",
            "pVRpb+3WvGHR99DwEZUJXjEOTZYf8RRjao373ROw72STSTTjmdLjJ2lO+ZHAvlLcn+3ycbiTkg/tv7eY"
                + "fAUHQ0wKVBkAaO61uRH6XnoGjd2tGjDmn4Z+/9aFrRYP2xNUfkXTrESPCFYXCPge6+/UvVeWXSVHNNC0"
        ),
    ]
}
